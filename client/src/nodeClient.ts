import type * as vscode from 'vscode';
import { LanguageClient, type LanguageClientOptions, type MessageTransports } from 'vscode-languageclient/node';
import { registerCheckTasks } from './checkTask';
import { channelTo } from './serverChannel';
import type { ServerProcesses } from './serverProcesses';
import { CLIENT_ID, CLIENT_NAME, startClient } from './start';

/** The client of a server that is a process of its own: whenever it is started, it takes one of `servers`. */
function makeClient(servers: ServerProcesses, options: LanguageClientOptions): LanguageClient {
  const connect = (): Promise<MessageTransports> => Promise.resolve(channelTo(servers.take(), client));
  const client = new LanguageClient(CLIENT_ID, CLIENT_NAME, connect, options);
  return client;
}

/** Starts the client on a machine. */
export async function activate(context: vscode.ExtensionContext, servers: ServerProcesses): Promise<void> {
  context.subscriptions.push(registerCheckTasks(context.asAbsolutePath('dist/cli.js')));
  await startClient(context, (options) => makeClient(servers, options));
}
