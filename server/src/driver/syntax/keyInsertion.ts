import type { KeyInsertion } from '../declaration';
import type { Source } from './source';
import type { Syntax } from '../../text/syntaxTree';

/** The list literal that one more string goes into. */
export interface ListLiteral {
  /** Where the items begin. */
  readonly start: number;
  /** The nodes of each item. */
  readonly items: readonly (readonly Syntax[])[];
  /** The end of the comma behind the last item, where there is one. */
  readonly commaEnd: number | undefined;
  /** What has to follow a lone item: the comma of a tuple. */
  readonly afterLone: string;
  /** What a comment starts with that ends with its line. */
  readonly comment: string;
}

/** Where one more string goes into a list literal: behind the last item, written as the items are. */
export function insertIntoList(source: Source, list: ListLiteral): KeyInsertion {
  const { lines } = source;
  const quote = quoteOf(source, list.items.flat());
  const last = list.items.at(-1);
  const [first] = last ?? [];
  const end = last?.at(-1)?.end;
  if (!first || end === undefined) return { offset: list.start, before: quote, after: quote + list.afterLone };
  if (!lines.isFirst(first.start)) return { offset: end, before: `, ${quote}`, after: quote };
  const newLine = lines.lineBreak + lines.indentationOf(first.start);
  if (list.commaEnd === undefined) return { offset: end, before: `,${newLine}${quote}`, after: quote };
  const offset = isRestOfLineEmpty(source, list.commaEnd, list.comment) ? lines.endOf(list.commaEnd) : list.commaEnd;
  return { offset, before: newLine + quote, after: `${quote},` };
}

/** The quote that the last string among `nodes` ends with. */
function quoteOf({ text }: Source, nodes: readonly Syntax[]): string {
  const quotes = nodes.filter(({ name }) => name === 'String').map(({ end }) => text.charAt(end - 1));
  return quotes.at(-1) === '"' ? '"' : "'";
}

/** Whether nothing but blanks and a comment stands between `offset` and the end of its line. */
export function isRestOfLineEmpty({ text, lines }: Source, offset: number, comment: string): boolean {
  const rest = text.slice(offset, lines.endOf(offset)).trim();
  return rest === '' || rest.startsWith(comment);
}

/** A list literal with a gap in it. */
export type NewList = Pick<KeyInsertion, 'before' | 'after'>;

/** The list that holds `keys` and has room for one more: `['a', 'b', '` and `']`. */
export function newList(keys: readonly string[], quote: string): NewList {
  const items = keys.map((key) => `${quoted(key, quote)}, `).join('');
  return { before: `[${items}${quote}`, after: `${quote}]` };
}

/** A string literal that both languages read as `value`. */
function quoted(value: string, quote: string): string {
  const content = Array.from(value, (character) => {
    if (character === quote || character === '\\') return `\\${character}`;
    const code = character.charCodeAt(0);
    const isPlain = code >= 0x20 && code !== 0x7f && code !== 0x2028 && code !== 0x2029;
    return isPlain ? character : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return quote + content.join('') + quote;
}
