import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import {
  IPCMessageReader,
  IPCMessageWriter,
  State,
  type LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/node';

/** How long (ms) a server may take to end once its client has stopped. The client itself waits for half of that. */
const END_LIMIT = 4000;

function forEachLine(output: Readable | null, tell: (line: string) => void): void {
  if (output) createInterface({ input: output }).on('line', tell);
}

/** What the server writes beside its messages, and how it ends. */
function log(server: ChildProcess, client: LanguageClient): void {
  const { outputChannel } = client;
  forEachLine(server.stdout, (line) => {
    outputChannel.info(line);
  });
  forEachLine(server.stderr, (line) => {
    outputChannel.error(line);
  });
  server.on('exit', (code, signal) => {
    const how = code === null ? `signal ${signal}` : `code ${code}`;
    if (code === 0) client.info('Server process exited successfully', undefined, false);
    else client.error(`Server process exited with ${how}.`, undefined, false);
  });
}

/** A server that hangs ends with its client all the same. */
function endWith(client: LanguageClient, server: ChildProcess): void {
  const following = client.onDidChangeState(({ newState }) => {
    const isOver = newState === State.Stopped || newState === State.StartFailed;
    if (isOver) setTimeout(() => server.kill('SIGKILL'), END_LIMIT);
  });
  server.on('exit', () => {
    following.dispose();
  });
}

/**
 * The two ends of the channel to a server. What the client library does only for one that it has started itself is done here: its log, and
 * its end.
 */
export function channelTo(server: ChildProcess, client: LanguageClient): MessageTransports {
  log(server, client);
  endWith(client, server);
  return { reader: new IPCMessageReader(server), writer: new IPCMessageWriter(server) };
}
