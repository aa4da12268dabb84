import type { Span } from './span';
import type { Text } from './text';

/**
 * A stretch of a text as a text of its own. What `slice` gives keeps the whole text in memory for as long as it is kept itself:
 * so does V8 save a copy, and so would each piece of a file that is kept through many edits keep the version that it was first
 * read from. Putting a character in front makes V8 write a new text when that one is sliced in turn.
 */
export function ownSlice(text: Text, { start, end }: Span): string {
  return ` ${text.slice(start, end)}`.slice(1);
}
