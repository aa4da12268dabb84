import { matchAt } from '../characters';
import { VARIABLE_START } from '../starts';
import type { Refusal } from '../refusal';
import type { Cursor } from './cursor';

const DOTTED_NAME = /[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*/y;
/** Names that Cheetah treats as calls of gettext. */
const GETTEXT_NAMES: ReadonlySet<string> = new Set(['_', 'N_', 'ngettext']);

/** Takes a dot behind which Cheetah looks for the name. */
export function takeDot(cursor: Cursor): void {
  cursor.python.mappedDots.add(cursor.at);
  cursor.take(1);
}

/** Takes `name.name…`; behind its dots Cheetah looks for the names. */
export function takeDottedName(cursor: Cursor): void {
  const name = matchAt(DOTTED_NAME, cursor.text, cursor.at)?.[0] ?? '';
  for (let dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1))
    cursor.python.mappedDots.add(cursor.at + dot);
  cursor.take(name.length);
}

/** Notes the name that a variable starts with: `start` is where its `$` stands, `first` where the name does. */
export function noteName({ text, at, python }: Cursor, start: number, first: number): void {
  const [name = ''] = /^\w+/.exec(text.slice(first, at)) ?? [];
  const nameSpan = { start: first, end: first + name.length };
  const span = { start, end: nameSpan.end };
  python.names.push({ kind: 'name', span, name, nameSpan, searched: true });
  if (!GETTEXT_NAMES.has(name)) return;
  const message = `Translations (${name}) are not understood, so the file cannot be rendered.`;
  python.faults.push({ code: 'cheetah.unsupported', span, message });
}

/** What is thrown at a `$` that no name follows. */
export function noVariable(cursor: Cursor): Refusal {
  const start = matchAt(VARIABLE_START, cursor.text, cursor.at)?.[0];
  const message = start
    ? 'Within an expression a name is written $name, without brackets, ! and *.'
    : 'A $ stands in front of a name; as text, it stands in quotes.';
  return cursor.refusal(Math.max(1, start?.length ?? 1), message);
}
