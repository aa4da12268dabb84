import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './wire/languageServer';
import { nodeChannel } from './wire/nodeChannel';
import { nodePlatform } from './wire/nodePlatform';

const [reader, writer] = nodeChannel(process.argv.slice(2));
const connection = createConnection(ProposedFeatures.all, reader, writer);
const session = serve(connection, nodePlatform(connection));
/** Ends the server with its client; that is no fault once it was told to shut down. */
const end = (): never => process.exit(session.isStopped ? 0 : 1);

// The library itself sees the end of a channel only where it makes it.
reader.onClose(end);
// Ends as with a client that is gone, so that what a driver has started ends with it.
for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, end);
