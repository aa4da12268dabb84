import * as vscode from 'vscode';
import { LanguageClient, TransportKind, type LanguageClientOptions } from 'vscode-languageclient/node';
import {
  CLOSE_RENDERING,
  RENDERING_CHANGED,
  TRUST_GRANTED,
  type InitializationOptions,
  type RenderAnswer,
} from '../../server/src/wire/protocol';
import { renderMiddleware } from './renderCommand';
import { RenderedDocuments } from './renderedDocuments';

/** The documents that the server is told of. Drivers and requests are among them: they are checked and run as they stand in the editor. */
const DOCUMENTS = [
  { language: 'vif-template' },
  { language: 'nova-conf' },
  { scheme: 'file', language: 'python' },
  { scheme: 'file', language: 'javascript' },
  { scheme: 'file', pattern: '**/vif-request.json' },
];

/** Starts the language server, and shows what it renders. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const module = context.asAbsolutePath('dist/server.js');
  const initializationOptions: InitializationOptions = { trusted: vscode.workspace.isTrusted, liveRenderings: true };
  const documents = new RenderedDocuments((rendering) => void client.sendNotification(CLOSE_RENDERING, rendering));
  const options: LanguageClientOptions = {
    documentSelector: DOCUMENTS,
    initializationOptions,
    middleware: renderMiddleware(() => client, documents),
  };
  const client = new LanguageClient('openstackVif', 'OpenStack VIF', { module, transport: TransportKind.ipc }, options);
  context.subscriptions.push(
    client,
    documents,
    client.onNotification(RENDERING_CHANGED, (answer: RenderAnswer) => {
      documents.update(answer);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUST_GRANTED)),
  );
  await client.start();
}
