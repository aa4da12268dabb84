import * as vscode from 'vscode';
import type { Location } from 'vscode-languageserver-types';
import type { RenderAnswer, RenderedPiece } from '../../../server/src/wire/protocol';
import { REVEAL_COMMAND } from '../reveal';
import type { RenderedDocuments } from './renderedDocuments';
import { legend } from './origins';
import { toVsCode } from './ranges';
import { inDocument, pieceAt, type Shown } from './shown';

/** How many characters of a value a hover shows. */
const MOST_SHOWN = 500;

/** Who gave a value, in a sentence. */
function sourceText({ origin }: RenderedPiece, { driver }: RenderAnswer): string {
  switch (origin) {
    case 'driver':
      return vscode.l10n.t('The driver {driver} gave this value.', { driver });
    case 'compute':
      return vscode.l10n.t('nova-compute gave this value: it stands in the network of the request.');
    case 'request':
      return vscode.l10n.t('This value stands in the request, under "template".');
    case 'unfilled':
      return vscode.l10n.t('Nothing fills this placeholder: it stays as it is written.');
  }
}

/** A link that shows a place. It opens nothing over the pane that it stands in. */
function link(title: string, place: Location): string {
  return `[${title}](command:${REVEAL_COMMAND}?${encodeURIComponent(JSON.stringify([place]))})`;
}

function links({ source, provider }: RenderedPiece, { uri }: RenderAnswer): string {
  const placeholder = link(vscode.l10n.t('Go to the placeholder'), { uri, range: source });
  const driver = provider ? [link(vscode.l10n.t('Go to the driver'), provider)] : [];
  return [placeholder, ...driver].join(' · ');
}

function hoverText(piece: RenderedPiece, answer: RenderAnswer): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.supportHtml = true;
  text.isTrusted = { enabledCommands: [REVEAL_COMMAND] };
  text.appendMarkdown('**').appendText(piece.key).appendMarkdown('**\n\n').appendText(sourceText(piece, answer));
  if (piece.value !== null) {
    const { length } = piece.value;
    text.appendCodeblock(length > MOST_SHOWN ? `${piece.value.slice(0, MOST_SHOWN)}…` : piece.value, 'plaintext');
  }
  text.appendMarkdown(`\n\n${links(piece, answer)}\n\n---\n\n${legend()}`);
  return text;
}

/** Where a value leads: to its placeholder, and to where the driver provides it. */
function targets(piece: RenderedPiece, shown: Shown): vscode.LocationLink[] {
  const originSelectionRange = toVsCode(inDocument(shown, piece.range));
  const { uri } = shown.answer;
  const places = [{ uri, range: piece.source }, ...(piece.provider ? [piece.provider] : [])];
  return places.map((place) => ({
    originSelectionRange,
    targetUri: vscode.Uri.parse(place.uri),
    targetRange: toVsCode(place.range),
  }));
}

/** Says of each value of the rendered documents who gave it, and leads to where it comes from. */
export class Values implements vscode.HoverProvider, vscode.DefinitionProvider {
  constructor(private readonly documents: RenderedDocuments) {}

  provideHover({ uri }: vscode.TextDocument, position: vscode.Position): vscode.Hover | undefined {
    const shown = this.documents.shown(uri);
    const piece = shown && pieceAt(shown, position);
    return piece && new vscode.Hover(hoverText(piece, shown.answer), toVsCode(inDocument(shown, piece.range)));
  }

  provideDefinition({ uri }: vscode.TextDocument, position: vscode.Position): vscode.LocationLink[] {
    const shown = this.documents.shown(uri);
    const piece = shown && pieceAt(shown, position);
    return piece ? targets(piece, shown) : [];
  }
}
