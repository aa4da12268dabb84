import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import { serve } from './wire/languageServer';
import { nodeChannel } from './wire/nodeChannel';
import { nodePlatform } from './wire/nodePlatform';

function connect(): Connection {
  const channel = nodeChannel(process.argv.slice(2));
  if (!channel) {
    // A client that says nothing speaks over stdio, as most do.
    if (!process.argv.includes('--stdio')) process.argv.push('--stdio');
    return createConnection(ProposedFeatures.all);
  }
  const [reader, writer] = channel;
  // The library itself sees the end of stdio alone.
  reader.onClose(() => process.exit(1));
  return createConnection(ProposedFeatures.all, reader, writer);
}

const connection = connect();
serve(connection, nodePlatform(connection));

// Ends as with a client that is gone, so that what a driver has started ends with it.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, () => process.exit(1));
