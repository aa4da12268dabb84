import * as vscode from 'vscode';
import type { RenderAnswer, RenderingName } from '../../server/src/wire/protocol';
import type { Shown } from './pane/shown';
import { renderedText } from './renderedText';
import { renderingTitle } from './renderingTitle';

/** The scheme of the documents that show rendered interface XML. */
export const RENDERED_SCHEME = 'openstack-vif';

/** Marks the document that keeps what a rendering was when it was last asked for. */
const EARLIER = 'earlier';

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
  /** What the renderings were when they were asked for. */
  readonly #asked = new Map<string, RenderAnswer>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  /** `closed` is told of each rendering that is not shown any more. */
  constructor(closed: (rendering: RenderingName) => void) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(RENDERED_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs((event) => {
        for (const uri of event.closed.flatMap(urisOf)) this.#closed(uri, closed);
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const answers = uri.fragment === EARLIER ? this.#asked : this.#answers;
    return renderedText(answers.get(uri.with({ fragment: '' }).toString())).text;
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
    if (!this.#answers.has(uri.toString())) return;
    this.#answers.set(uri.toString(), answer);
    this.#changed.fire(uri);
  }

  /** Takes the answer to a render request. Gives the document that shows it, from now on with what changes. */
  take(answer: RenderAnswer): vscode.Uri {
    const uri = documentUri(answer);
    this.#answers.set(uri.toString(), answer);
    this.#asked.set(uri.toString(), answer);
    this.#changed.fire(uri);
    this.#changed.fire(uri.with({ fragment: EARLIER }));
    return uri;
  }

  /** The document that shows what a rendering was when it was last asked for; `undefined` where none was. */
  earlier(uri: vscode.Uri): vscode.Uri | undefined {
    return this.#asked.has(uri.toString()) ? uri.with({ fragment: EARLIER }) : undefined;
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

  #closed(uri: vscode.Uri, closed: (rendering: RenderingName) => void): void {
    const isShown = vscode.window.tabGroups.all.some(({ tabs }) =>
      tabs.flatMap(urisOf).some((shown) => same(shown, uri)),
    );
    if (isShown || !this.#answers.delete(uri.toString())) return;
    this.#asked.delete(uri.toString());
    this.#changed.fire(uri);
    const rendering = renderingOf(uri);
    if (rendering) closed(rendering);
  }
}

function same(one: vscode.Uri, other: vscode.Uri): boolean {
  return one.toString() === other.toString();
}

/** The documents that a tab shows: two where it compares. */
function urisOf({ input }: vscode.Tab): readonly vscode.Uri[] {
  if (input instanceof vscode.TabInputText) return [input.uri];
  return input instanceof vscode.TabInputTextDiff ? [input.original, input.modified] : [];
}

/** The column in which a document has a tab. */
function openColumn(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const shows = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find(({ tabs }) => tabs.some(shows))?.viewColumn;
}
