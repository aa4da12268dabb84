import * as vscode from 'vscode';
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  LanguageClient,
  type MessageTransports,
} from 'vscode-languageclient/browser';
import { CLIENT_ID, CLIENT_NAME, startClient } from './start';

/** The browser's own class: only this much of it is used here. */
declare const Worker: new (url: string) => InstanceType<typeof MessagePort> & { terminate(): void };

/** Starts the extension in a browser, with the server as a worker. The worker has no files: it asks for those of the workspace. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist/browser/server.js').toString(true);
  // VS Code wraps the class, so the client would not know a worker by its class: it is given the two ends instead.
  const startServer = (): Promise<MessageTransports> => {
    const worker = new Worker(script);
    context.subscriptions.push(
      new vscode.Disposable(() => {
        worker.terminate();
      }),
    );
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  await startClient(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startServer, options));
}
