import { readPythonString } from '../../text/pythonString';
import type { Syntax } from '../../text/syntaxTree';
import type { Text } from '../code/code';
import type { Source } from '../syntax/source';

/** Reads a string literal. Nothing for bytes, and where the value is not known. */
export function readString({ text, module }: Source, node: Syntax): Text | undefined {
  const literal = node.broken ? undefined : readPythonString(text.slice(node.start, node.end));
  if (!literal) return undefined;
  const { value, inner } = literal;
  return {
    kind: 'text',
    value,
    uri: module.uri,
    span: { start: node.start + inner.start, end: node.start + inner.end },
  };
}

/** Reads literals that stand side by side and make one string. */
export function readContinuedString(source: Source, node: Syntax): Text | undefined {
  const pieces = node.children.map((piece) => (piece.name === 'String' ? readString(source, piece) : undefined));
  const texts = pieces.filter((piece) => piece !== undefined);
  const [first] = texts;
  const last = texts.at(-1);
  if (!first || !last || texts.length < pieces.length) return undefined;
  const value = texts.map((text) => text.value).join('');
  return { kind: 'text', value, uri: first.uri, span: { start: first.span.start, end: last.span.end } };
}
