import { pythonTokenAt } from '../pythonTokens';
import { Refusal } from '../refusal';
import type { Cursor } from './cursor';

/** A number without a digit behind its dot. */
const ENDS_WITH_DOT = /^\d[\d_]*\.(?!\d)/;

/** The Python token at the cursor. Throws a Refusal where there is none. */
export function tokenAt(cursor: Cursor): string {
  const { text, at, limit } = cursor;
  const found = pythonTokenAt(text, at, limit);
  if (!found) throw noToken(cursor);
  const end = at + found.token.length;
  if (found.malformed || end > limit)
    throw new Refusal({ start: at, end }, 'The string that starts here has no end.', 'cheetah.syntax', limit);
  return found.token;
}

function noToken(cursor: Cursor): Refusal {
  const character = String.fromCodePoint(cursor.text.codePointAt(cursor.at) ?? 0);
  const message = isQuote(character)
    ? 'The string that starts here has no end.'
    : `Python has no ${JSON.stringify(character)} in an expression.`;
  return cursor.refusal(character.length, message);
}

/** Takes a token, and notes strings that are not understood. */
export function takeToken(cursor: Cursor): string {
  const { at } = cursor;
  const token = tokenAt(cursor);
  if (ENDS_WITH_DOT.test(token)) takeNumber(cursor, token);
  else cursor.take(token.length);
  if (token === 'c' && isQuote(cursor.character)) takeCheetahString(cursor, at);
  if (/[\\\n]$/.test(token)) noteContinuedString(cursor, at, token);
  return token;
}

/** `2.` or `2.e3`: the grammar wants a digit behind the dot, and gets one. */
function takeNumber(cursor: Cursor, token: string): void {
  const behindDot = token.indexOf('.') + 1;
  cursor.take(behindDot);
  cursor.python.insert('0', cursor.at - 1);
  cursor.take(token.length - behindDot);
}

/** `c'…'`, a string with placeholders in it. */
function takeCheetahString(cursor: Cursor, start: number): void {
  cursor.take(tokenAt(cursor).length);
  const message = "Strings with placeholders in them, c'…', are not understood, so the file cannot be rendered.";
  cursor.python.faults.push({ code: 'cheetah.unsupported', span: { start, end: cursor.at }, message });
}

/** A string whose line ends with a backslash: Cheetah reads the next line as code. */
function noteContinuedString({ python }: Cursor, start: number, token: string): void {
  if (token.length <= 2 || token.startsWith('#')) return;
  const message = 'A string that goes on in the next line is not understood, so the file cannot be rendered.';
  python.faults.push({ code: 'cheetah.unsupported', span: { start, end: start + token.length }, message });
}

function isQuote(character: string): boolean {
  return character === "'" || character === '"';
}
