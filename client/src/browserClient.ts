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

/**
 * Starts the extension in a browser, with the server as a worker. The worker has no files: it asks for those of the workspace.
 * @param programs the address of the folder of all programs
 */
export async function activate(context: vscode.ExtensionContext, programs: string): Promise<void> {
  // VS Code wraps the class, so the client would not know a worker by its class: it is given the two ends instead.
  const startServer = (): Promise<MessageTransports> => {
    const worker = new Worker(`${programs}worker.js`);
    context.subscriptions.push(
      new vscode.Disposable(() => {
        worker.terminate();
      }),
    );
    // It cannot tell where it comes from: VS Code starts it as a text of its own.
    worker.postMessage(programs);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  await startClient(context, (options) => new LanguageClient(CLIENT_ID, CLIENT_NAME, startServer, options));
}
