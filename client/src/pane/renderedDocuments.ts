import * as vscode from 'vscode';
import type { RenderAnswer, RenderingName } from '../../../server/src/wire/protocol';
import { RenderedFiles } from './renderedFiles';
import { renderedText } from './renderedText';
import { documentUri, earlierUri, isEarlier, renderingOf } from './renderingUri';
import type { Shown } from './shown';
import { isOpen, openColumn, urisOf } from './tabs';

/** The read-only documents that show the renderings, kept up to date while they are open. */
export class RenderedDocuments implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #files = new RenderedFiles((uri) => this.#text(uri));
  /** The renderings by the URI of the document that shows them. */
  readonly #answers = new Map<string, RenderAnswer>();
  /** What they were when they were asked for. */
  readonly #asked = new Map<string, RenderAnswer>();
  /** The URIs of documents that are being shown: a tab that gives its place to them is not their end. */
  readonly #kept = new Set<string>();
  readonly #subscriptions: vscode.Disposable;
  /** Tells of each document that shows something else now. */
  readonly onDidChange = this.#changed.event;

  /** `closed` is told of each rendering that is not shown any more. */
  constructor(closed: (rendering: RenderingName) => void) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      this.#files,
      vscode.window.tabGroups.onDidChangeTabs((event) => {
        for (const uri of event.closed.flatMap(urisOf)) this.#closed(uri, closed);
      }),
    );
  }

  /** Whether the document of a rendering is open. */
  shows(rendering: RenderingName): boolean {
    return openColumn(documentUri(rendering)) !== undefined;
  }

  /** What a document shows; `undefined` where nothing was rendered for it in this session. */
  shown(uri: vscode.Uri): Shown | undefined {
    const answer = this.#answers.get(uri.toString());
    return answer && { answer, remarkLines: renderedText(answer).remarkLines };
  }

  /** Takes a newer state of a rendering. One that nobody has open is left alone. */
  update(answer: RenderAnswer): void {
    const uri = documentUri(answer);
    if (!this.#answers.has(uri.toString()) && !isOpen(uri)) return;
    this.#answers.set(uri.toString(), answer);
    this.#show(uri);
  }

  /** The server knows of no rendering any more: what is shown stays, and says why. */
  abandon(why: string): void {
    for (const answer of [...this.#answers.values()]) this.update({ ...answer, stale: true, message: why });
  }

  /** Takes the answer to a render request. Gives the document that shows it, from now on with what changes. */
  take(answer: RenderAnswer): vscode.Uri {
    const uri = documentUri(answer);
    this.#answers.set(uri.toString(), answer);
    this.#asked.set(uri.toString(), answer);
    this.#show(uri, earlierUri(answer));
    return uri;
  }

  /** The document that shows what a rendering was when it was last asked for; `undefined` where none was. */
  earlier(uri: vscode.Uri): vscode.Uri | undefined {
    const rendering = renderingOf(uri);
    return rendering && this.#asked.has(uri.toString()) ? earlierUri(rendering) : undefined;
  }

  /** Keeps what documents show while a tab is opened that shows them: it may replace one which did. */
  async keepWhile(uris: readonly vscode.Uri[], open: () => Thenable<unknown>): Promise<void> {
    const names = uris.map(String);
    for (const name of names) this.#kept.add(name);
    try {
      await open();
    } finally {
      for (const name of names) this.#kept.delete(name);
    }
  }

  /** Opens a rendering beside the template, or brings the document that is open already up to date. The cursor stays where it is. */
  async show(answer: RenderAnswer): Promise<void> {
    const uri = this.take(answer);
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = openColumn(uri) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #text(uri: vscode.Uri): string {
    const rendering = renderingOf(uri);
    const answers = isEarlier(uri) ? this.#asked : this.#answers;
    return renderedText(rendering && answers.get(documentUri(rendering).toString())).text;
  }

  #show(...uris: readonly vscode.Uri[]): void {
    this.#files.changed(...uris);
    for (const uri of uris) this.#changed.fire(uri);
  }

  #closed(uri: vscode.Uri, closed: (rendering: RenderingName) => void): void {
    if (isOpen(uri) || this.#kept.has(uri.toString()) || !this.#answers.delete(uri.toString())) return;
    this.#asked.delete(uri.toString());
    this.#show(uri);
    const rendering = renderingOf(uri);
    if (rendering) closed(rendering);
  }
}
