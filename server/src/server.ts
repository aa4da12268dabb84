import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './wire/languageServer';
import { nodePlatform } from './wire/nodePlatform';

const TRANSPORTS = ['--stdio', '--node-ipc', '--socket', '--pipe'];

// A client that says nothing speaks over stdio, as most do.
if (!process.argv.some((argument) => TRANSPORTS.includes(argument.split('=', 1)[0] ?? '')))
  process.argv.push('--stdio');

const connection = createConnection(ProposedFeatures.all);
serve(connection, nodePlatform(connection));

// Ends as with a client that is gone, so that what a driver has started ends with it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
