import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toDiagnostic } from '../languageFeatures/diagnostics';
import { toRange } from '../languageFeatures/convert';
import type { ProvidedPiece, RenderedState } from '../rendering/renderedState';
import type { Documents } from './documents';
import type { RenderAnswer, RenderedPiece } from './protocol';

const NOWHERE: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** What the client is told of a rendering: its places as ranges, its files as the client names them. */
export function toRenderAnswer(state: RenderedState, documents: Documents): RenderAnswer {
  const { uri, vifType, driver, part, xml, stale, message, outdated } = state;
  const template = documents.get(uri);
  const output = TextDocument.create('', 'xml', 0, xml ?? '');
  const inTemplate = (span: ProvidedPiece['source']): Range => (template ? toRange(template, span) : NOWHERE);
  const toPiece = ({ origin, key, value, output: span, source, provider }: ProvidedPiece): RenderedPiece => {
    const provides = provider ? documents.get(provider.uri) : undefined;
    return {
      range: toRange(output, span),
      origin,
      key,
      value,
      source: inTemplate(source),
      provider: provider && provides ? { uri: provides.uri, range: toRange(provides, provider.span) } : null,
    };
  };
  return {
    uri: template?.uri ?? uri,
    vifType,
    driver,
    part,
    xml,
    stale,
    message,
    outdated,
    unfilled: state.unfilled.map(({ key, span }) => ({ key, range: inTemplate(span) })),
    pieces: state.pieces.map(toPiece),
    problems: state.problems.map((problem) => toDiagnostic(output, problem, documents.get)),
  };
}
