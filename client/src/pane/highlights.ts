import * as vscode from 'vscode';
import type { RenderedDocuments } from './renderedDocuments';
import { RENDERED_SCHEME } from './renderingUri';
import { decorationOf, ORIGINS } from './origins';
import { toVsCode } from './ranges';
import { inDocument } from './shown';

/** Colours the values of every rendered document in sight by who gave them. */
export class Highlights implements vscode.Disposable {
  readonly #types = ORIGINS.map(
    (origin) => [origin, vscode.window.createTextEditorDecorationType(decorationOf(origin))] as const,
  );
  readonly #subscriptions: vscode.Disposable;

  constructor(private readonly documents: RenderedDocuments) {
    this.#subscriptions = vscode.Disposable.from(
      ...this.#types.map(([, type]) => type),
      vscode.window.onDidChangeVisibleTextEditors((editors) => {
        this.#colour(editors);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        this.#colour(vscode.window.visibleTextEditors.filter((editor) => editor.document === document));
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #colour(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors.filter(({ document }) => document.uri.scheme === RENDERED_SCHEME)) {
      const shown = this.documents.shown(editor.document.uri);
      for (const [origin, type] of this.#types) {
        const pieces = shown?.answer.pieces.filter((piece) => piece.origin === origin) ?? [];
        editor.setDecorations(type, shown ? pieces.map(({ range }) => toVsCode(inDocument(shown, range))) : []);
      }
    }
  }
}
