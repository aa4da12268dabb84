import { OPTIONAL_MARK } from '../../template/placeholder';
import { endOfWord, KEY_BEGINNING, lineAround, type Slot } from './slot';

/** What may stand between the cursor and the brace that closes a placeholder, or the mark of an optional one before it. */
const UP_TO_END = /[\p{L}\p{N}_.\t -]*(?=\}|\?[\t ]*\})/uy;

/** The slot of the key of a half-typed placeholder: inside `${…}`, `${…` or behind a lone `$`. Undefined elsewhere. */
export function placeholderSlot(text: string, offset: number): Slot | undefined {
  const line = lineAround(text, offset);
  const dollar = text.slice(line.start, offset).lastIndexOf('$');
  if (dollar < 0) return undefined;
  const at = line.start + dollar;
  return text[at + 1] === '{' ? bracedSlot(text, at + 2, offset) : unbracedSlot(text, at, offset);
}

/** `start` is where the key begins, behind the brace. */
function bracedSlot(text: string, start: number, offset: number): Slot | undefined {
  const written = text.slice(start, offset);
  const key = written.trimStart();
  if (start > offset || !KEY_BEGINNING.test(key)) return undefined;
  const typed = written.slice(0, written.length - key.length);
  UP_TO_END.lastIndex = offset;
  if (UP_TO_END.test(text)) return { span: { start, end: UP_TO_END.lastIndex }, typed, before: '', after: '' };
  const end = endOfUnclosed(text, offset, key);
  const mark = text[end] === OPTIONAL_MARK ? OPTIONAL_MARK : '';
  return { span: { start, end: end + mark.length }, typed, before: '', after: `${mark}}` };
}

/** `at` is where the `$` stands. Two of them are no beginning of a placeholder. */
function unbracedSlot(text: string, at: number, offset: number): Slot | undefined {
  const key = text.slice(at + 1, offset);
  if (text[at - 1] === '$' || !KEY_BEGINNING.test(key)) return undefined;
  const end = endOfUnclosed(text, offset, key);
  const behind = /^\??\}/.exec(text.slice(end, end + 2))?.[0];
  return { span: { start: at, end: end + (behind?.length ?? 0) }, typed: '$', before: '${', after: behind ?? '}' };
}

/** How far the key goes that no brace closes. What only follows it, such as the next attribute, is left alone. */
function endOfUnclosed(text: string, offset: number, key: string): number {
  const end = key === '' ? offset : endOfWord(text, offset);
  return /^\s*=/.test(text.slice(end, end + 20)) ? offset : end;
}
