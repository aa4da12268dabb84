import { parseArgs } from 'node:util';
import {
  createServerPipeTransport,
  createServerSocketTransport,
  IPCMessageReader,
  IPCMessageWriter,
  StreamMessageReader,
  type MessageReader,
  type MessageWriter,
} from 'vscode-languageserver/node';
import { WholeMessages } from './wholeMessages';

/**
 * The two ends of the channel to the client that the command line asks for, as every language server understands it: `--node-ipc`,
 * `--socket=PORT` or `--pipe=NAME`. A client that says nothing speaks over stdio, as most do.
 */
export function nodeChannel(args: readonly string[]): [MessageReader, MessageWriter] {
  const { values } = parseArgs({
    args: [...args],
    options: { 'node-ipc': { type: 'boolean' }, socket: { type: 'string' }, pipe: { type: 'string' } },
    strict: false,
  });
  if (values['node-ipc'] === true) return [new IPCMessageReader(process), new IPCMessageWriter(process)];
  if (typeof values.socket === 'string') return createServerSocketTransport(Number(values.socket));
  if (typeof values.pipe === 'string') return createServerPipeTransport(values.pipe);
  return [new StreamMessageReader(process.stdin), new WholeMessages(process.stdout)];
}
