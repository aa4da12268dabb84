import * as vscode from 'vscode';
import type { RenderAnswer, RenderingName } from '../../server/src/wire/protocol';
import { renderedText } from './renderedText';
import { renderingTitle } from './renderingTitle';

/** The scheme of the documents that show rendered interface XML. */
export const RENDERED_SCHEME = 'openstack-vif';

/** One document for each rendering: its name is in the query, and short in the path. */
function documentUri({ uri, vifType, driver, part }: RenderingName): vscode.Uri {
  const path = `/${renderingTitle(vscode.Uri.parse(uri).path, { vifType, driver, part })}.xml`;
  return vscode.Uri.from({ scheme: RENDERED_SCHEME, path, query: JSON.stringify({ uri, vifType, driver, part }) });
}

/** Which rendering a document shows. */
export function renderingOf(document: vscode.Uri): RenderingName | undefined {
  return document.scheme === RENDERED_SCHEME ? (JSON.parse(document.query) as RenderingName) : undefined;
}

/** The read-only documents that show the renderings, kept up to date while they are open. */
export class RenderedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #answers = new Map<string, RenderAnswer>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  /** `closed` is told of each rendering that is not shown any more. */
  constructor(closed: (rendering: RenderingName) => void) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(RENDERED_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs((event) => {
        for (const { input } of event.closed) if (input instanceof vscode.TabInputText) this.#closed(input.uri, closed);
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return renderedText(this.#answers.get(uri.toString())).text;
  }

  /** Whether the document of a rendering is open. */
  shows(rendering: RenderingName): boolean {
    return openColumn(documentUri(rendering)) !== undefined;
  }

  /** Takes a newer state of a rendering. One that nobody has open is left alone. */
  update(answer: RenderAnswer): void {
    const uri = documentUri(answer);
    if (!this.#answers.has(uri.toString())) return;
    this.#answers.set(uri.toString(), answer);
    this.#changed.fire(uri);
  }

  /** Opens a rendering beside the template, or brings the document that is open already up to date. The cursor stays where it is. */
  async show(answer: RenderAnswer): Promise<void> {
    const uri = documentUri(answer);
    this.#answers.set(uri.toString(), answer);
    this.#changed.fire(uri);
    const document = await vscode.workspace.openTextDocument(uri);
    const viewColumn = openColumn(uri) ?? vscode.ViewColumn.Beside;
    await vscode.window.showTextDocument(document, { viewColumn, preserveFocus: true, preview: false });
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #closed(uri: vscode.Uri, closed: (rendering: RenderingName) => void): void {
    if (openColumn(uri) !== undefined || !this.#answers.delete(uri.toString())) return;
    const rendering = renderingOf(uri);
    if (rendering) closed(rendering);
  }
}

/** The column in which a document has a tab. */
function openColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}
