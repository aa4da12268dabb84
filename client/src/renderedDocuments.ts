import * as vscode from 'vscode';
import type { CloseRenderingParams, RenderAnswer } from '../../server/src/wire/protocol';

/** The scheme of the documents that show rendered interface XML. */
export const RENDERED_SCHEME = 'openstack-vif';

const NOTHING = vscode.l10n.t(
  'Nothing is rendered here yet. Run "OpenStack VIF: Render Interface XML" on the template.',
);

/** The last part of a path or of a dotted name. */
function lastPart(text: string, separator: string): string {
  return text.slice(text.lastIndexOf(separator) + 1);
}

/** One document for each template file and driver: both are in its query, and short in its name. */
function documentUri({ uri, driver }: CloseRenderingParams): vscode.Uri {
  const file = lastPart(vscode.Uri.parse(uri).path, '/').replace(/\.vif\.xml$/, '');
  const path = `/${file} · ${lastPart(driver, '.')}.xml`;
  return vscode.Uri.from({ scheme: RENDERED_SCHEME, path, query: JSON.stringify({ uri, driver }) });
}

/** Which rendering a document shows. */
export function renderingOf(document: vscode.Uri): CloseRenderingParams | undefined {
  return document.scheme === RENDERED_SCHEME ? (JSON.parse(document.query) as CloseRenderingParams) : undefined;
}

/** A comment holds no `--`. */
function comment(text: string): string {
  return `<!-- ${text.replace(/-(?=-)/g, '- ')} -->\n`;
}

/** What the document says: the XML, below a remark where it is not up to date. */
function contentOf(answer: RenderAnswer | undefined): string {
  if (!answer) return comment(NOTHING);
  const { xml, stale, message } = answer;
  if (xml === null) return comment(message ?? NOTHING);
  const remark = stale ? comment(`${vscode.l10n.t('Stale: this is the last good output.')} ${message ?? ''}`) : '';
  return remark + (xml.endsWith('\n') ? xml : `${xml}\n`);
}

/** The read-only documents that show the renderings, kept up to date while they are open. */
export class RenderedDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #answers = new Map<string, RenderAnswer>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChange = this.#changed.event;

  /** `closed` is told of each rendering that is not shown any more. */
  constructor(closed: (rendering: CloseRenderingParams) => void) {
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(RENDERED_SCHEME, this),
      vscode.window.tabGroups.onDidChangeTabs((event) => {
        for (const { input } of event.closed) if (input instanceof vscode.TabInputText) this.#closed(input.uri, closed);
      }),
    );
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return contentOf(this.#answers.get(uri.toString()));
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

  #closed(uri: vscode.Uri, closed: (rendering: CloseRenderingParams) => void): void {
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
