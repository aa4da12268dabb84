import type * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import { registerCheckTasks } from './checkTask';
import { CLIENT_ID, CLIENT_NAME } from './clientName';

/** What makes the client on a machine, with the server as a process of its own. */
export function clientMaker(context: vscode.ExtensionContext): (options: LanguageClientOptions) => LanguageClient {
  context.subscriptions.push(registerCheckTasks(context.asAbsolutePath('dist/cli.js')));
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  return (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options);
}
