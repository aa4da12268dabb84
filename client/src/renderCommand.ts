import * as vscode from 'vscode';
import {
  ErrorCodes,
  LSPErrorCodes,
  RequestType,
  ResponseError,
  type BaseLanguageClient,
  type ExecuteCommandParams,
  type Middleware,
} from 'vscode-languageclient';
import { RENDER_COMMAND, type RenderAnswer, type RenderParams } from '../../server/src/wire/protocol';
import type { DriverProgress } from './driverProgress';
import { renderingOf } from './pane/renderingUri';
import { isForTrust, offerTrust } from './trust';

const NOTHING_OPEN = vscode.l10n.t('Open a template file (*.vif.xml) or a nova.conf to render.');

/** LSP's request, with the answer that the server gives to this command. */
const EXECUTE_RENDER = new RequestType<ExecuteCommandParams, RenderAnswer, void>('workspace/executeCommand');

/** The languages of the documents that a rendering starts from. */
const LANGUAGES = ['vif-template', 'nova-conf'];

/** The document at hand. Beside a page without a text, such as the first steps, it is the only one of ours that is in sight. */
function documentAtHand(): vscode.TextDocument | undefined {
  const { activeTextEditor, visibleTextEditors } = vscode.window;
  if (activeTextEditor) return activeTextEditor.document;
  const [first, ...others] = visibleTextEditors.filter(({ document }) => LANGUAGES.includes(document.languageId));
  return others.length === 0 ? first?.document : undefined;
}

/** What the user means: what a menu, the explorer or another extension hands over, else the document at hand; a rendered one stands for its template. */
export function targetOf(argument: unknown): RenderParams | undefined {
  if (argument instanceof vscode.Uri) return renderingOf(argument) ?? { uri: argument.toString() };
  if (typeof argument === 'object' && argument !== null) {
    if ('uri' in argument) return argument as RenderParams;
    if ('render' in argument) return argument.render as RenderParams;
  }
  const document = documentAtHand();
  if (!document) return undefined;
  const ours = LANGUAGES.includes(document.languageId);
  return ours ? { uri: document.uri.toString() } : renderingOf(document.uri);
}

/** Asks the server, and shows a progress with a way to cancel once that takes long. */
function ask(client: BaseLanguageClient, progress: DriverProgress, params: RenderParams): Promise<RenderAnswer> {
  const asked = { command: RENDER_COMMAND, arguments: [params] };
  return progress.during((token) => client.sendRequest(EXECUTE_RENDER, asked, token));
}

function messageOf(error: unknown, file: string): string {
  if (error instanceof ResponseError && error.code === ErrorCodes.PendingResponseRejected)
    return vscode.l10n.t('The language server ended while it rendered {file}. Render it again.', { file });
  return error instanceof Error ? error.message : String(error);
}

/** Says why something was not rendered, without waiting for the user; offers to manage trust where that is why. */
function explain(error: unknown, { uri }: RenderParams): void {
  const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
  if (!isForTrust(error)) {
    void vscode.window.showErrorMessage(messageOf(error, file));
    return;
  }
  void offerTrust(vscode.l10n.t('Rendering {file} runs a VIF driver, and this workspace is not trusted.', { file }));
}

/** Whether the user ended a request before the server took it up: nothing has happened. */
function isCancelled(error: unknown): boolean {
  const isRefused = error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled;
  return error instanceof vscode.CancellationError || isRefused;
}

/** What shows a rendering. */
export interface Viewer {
  show(answer: RenderAnswer): Promise<void>;
}

/** Has rendered what the user means, and shows it; where there is nothing to show, says why. */
export async function render(
  client: BaseLanguageClient,
  progress: DriverProgress,
  viewer: Viewer,
  argument: unknown,
): Promise<RenderAnswer | undefined> {
  const params = targetOf(argument);
  if (!params) {
    void vscode.window.showInformationMessage(NOTHING_OPEN);
    return undefined;
  }
  try {
    const answer = await ask(client, progress, params);
    await viewer.show(answer);
    return answer;
  } catch (error) {
    if (isCancelled(error)) return undefined;
    explain(error, params);
    return undefined;
  }
}

/** Takes the server's render command over: what it answers is shown in a document. The command gives the answer to its caller. */
export function renderMiddleware(
  client: () => BaseLanguageClient,
  documents: Viewer,
  progress: DriverProgress,
): Middleware {
  return {
    executeCommand: (command, args: unknown[], next): vscode.ProviderResult<unknown> =>
      command === RENDER_COMMAND ? render(client(), progress, documents, args[0]) : next(command, args),
  };
}
