import type * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { registerCheckTasks } from './checkTask';
import { CLIENT_ID, CLIENT_NAME, startClient } from './start';

/** Starts the extension on a machine, with the server as a process of its own. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const cli = context.asAbsolutePath('dist/cli.js');
  context.subscriptions.push(registerCheckTasks(cli));
  const server = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  await startClient(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, server, options));
}
