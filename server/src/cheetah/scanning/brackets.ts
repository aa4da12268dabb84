import { Refusal } from '../refusal';
import type { Cursor } from './cursor';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** An opening bracket, and where it stands. */
export interface Bracket {
  readonly bracket: string;
  readonly at: number;
}

/** Whether a character opens a bracket. */
export function opens(character: string): boolean {
  return character in CLOSING;
}

/** Whether a character closes a bracket. */
export function closes(character: string): boolean {
  return character === ')' || character === ']' || character === '}';
}

/** What closes an opening bracket; empty for any other character. */
export function closingOf(bracket: string): string {
  return CLOSING[bracket] ?? '';
}

/** Takes an opening bracket. */
export function takeOpening(cursor: Cursor, open: Bracket[]): void {
  open.push({ bracket: cursor.character, at: cursor.at });
  cursor.take(1);
}

/** Takes a closing bracket. Throws a Refusal where it does not fit the last one that is open. */
export function takeClosing(cursor: Cursor, open: Bracket[]): void {
  const { character } = cursor;
  const last = open.at(-1);
  if (!last) throw cursor.refusal(1, `No bracket is open that this ${character} could close.`);
  const closing = closingOf(last.bracket);
  if (closing !== character)
    throw cursor.refusal(1, `The ${last.bracket} before it is closed by ${closing}, not by ${character}.`);
  open.pop();
  cursor.take(1);
}

/** What is thrown where the text ends before a bracket is closed. */
export function unclosed(cursor: Cursor, { bracket, at }: Bracket): Refusal {
  const message = `The bracket ${bracket} is never closed: write ${closingOf(bracket)}.`;
  return new Refusal({ start: at, end: at + 1 }, message, 'cheetah.syntax', cursor.at);
}
