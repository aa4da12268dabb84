import type { ChangedRange, Tree } from '@lezer/common';

const WORD = /^\w*$/;
const OPENING = /^[a-z]*('''|"""|'|")/i;

/** A text as it was parsed. */
interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  /** Whether it follows the grammar. */
  readonly isSound: boolean;
}

/**
 * Whether a change of a text puts one word, or part of one, in the place of another one in a string, and leaves it a string of that kind. Then
 * nothing but the string is another one. Most keys that one presses in a driver's dictionary are such a change.
 */
export function isWithinString(before: Parsed, after: string, { fromA, toA, fromB, toB }: ChangedRange): boolean {
  if (!before.isSound || !WORD.test(before.text.slice(fromA, toA)) || !WORD.test(after.slice(fromB, toB))) return false;
  const { name, from, to } = before.tree.resolveInner(fromA);
  const [opening = '', quote = ''] = OPENING.exec(before.text.slice(from, to)) ?? [];
  if (name !== 'String' || opening === '') return false;
  const start = from + opening.length;
  const end = to - quote.length;
  return (
    start <= fromA && toA <= end && isClosed(after.slice(start, end + toB - toA), before.text.slice(end, to), quote)
  );
}

/** Whether a string without any escapes ends with its quote, and not before. Where nothing is left of one, its quotes may belong to what follows: `'a''b'`. */
function isClosed(content: string, ending: string, quote: string): boolean {
  const isPlain = content !== '' && !content.includes('\\');
  return isPlain && ending === quote && (content + quote).indexOf(quote) === content.length;
}
