import * as vscode from 'vscode';
import { RENDER_COMMAND } from '../../../server/src/wire/protocol';
import type { RenderedDocuments } from './renderedDocuments';
import { isEarlier } from './renderingUri';

/** The line above a rendered document: it runs the driver again. */
export class RunAgain implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(private readonly documents: RenderedDocuments) {
    this.#subscription = documents.onDidChange(() => {
      this.#changed.fire();
    });
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  /** None above the state that a comparison keeps. */
  provideCodeLenses({ uri }: vscode.TextDocument): vscode.CodeLens[] {
    if (isEarlier(uri)) return [];
    const title = this.#title(uri);
    return [new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), { title, command: RENDER_COMMAND, arguments: [uri] })];
  }

  #title(uri: vscode.Uri): string {
    const answer = this.documents.shown(uri)?.answer;
    if (!answer) return vscode.l10n.t('Run the driver');
    if (answer.outdated === 'driver') return vscode.l10n.t('Driver changed — run again');
    if (answer.outdated === 'request') return vscode.l10n.t('Request changed — run again');
    return vscode.l10n.t('Run again');
  }
}
