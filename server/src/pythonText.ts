import { isDictionary, isList, PythonTuple, type PythonValue } from './pythonValue';

/** What Python's `str(value)` gives: `True`, `None`, `1e-05`, `['a', 1]`; a string is itself. */
export function pythonStr(value: PythonValue): string {
  return typeof value === 'string' ? value : pythonRepr(value);
}

/** What Python's `repr(value)` gives: as `pythonStr`, but a string in its quotes. */
export function pythonRepr(value: PythonValue): string {
  if (isDictionary(value)) return `{${[...value].map(entryRepr).join(', ')}}`;
  if (isList(value)) return listRepr(value);
  switch (typeof value) {
    case 'string':
      return stringRepr(value);
    case 'number':
      return floatRepr(value);
    case 'boolean':
      return value ? 'True' : 'False';
    default:
      return value === null ? 'None' : String(value);
  }
}

function entryRepr([key, value]: [string, PythonValue]): string {
  return `${stringRepr(key)}: ${pythonRepr(value)}`;
}

function listRepr(list: readonly PythonValue[]): string {
  const items = Array.from(list, pythonRepr).join(', ');
  if (!(list instanceof PythonTuple)) return `[${items}]`;
  return list.length === 1 ? `(${items},)` : `(${items})`;
}

/**
 * Both languages print the fewest digits that tell a float from all others. Python turns to the exponent below 1e-4 and
 * from 1e16 on, gives it two digits at least, and ends a whole number in `.0`.
 */
function floatRepr(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16))
    return value.toExponential().replace(/e([+-])(\d)$/, (_, sign: string, digit: string) => `e${sign}0${digit}`);
  const text = Object.is(value, -0) ? '-0' : String(value);
  return text.includes('.') ? text : `${text}.0`;
}

/** What a string's repr escapes, beside its quote: the backslash, and what Unicode calls controls, separators or unassigned. */
const ESCAPED = /[\\\p{C}\p{Z}]/gu;
const SHORT_ESCAPES: ReadonlyMap<string, string> = new Map([
  [' ', ' '],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** The quotes are single ones, unless the text holds those and no double ones. */
function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(ESCAPED, (character) => SHORT_ESCAPES.get(character) ?? numericEscape(character));
  return quote + escaped.replaceAll(quote, `\\${quote}`) + quote;
}

function numericEscape(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const [letter, digits] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : ['U', 8];
  return `\\${letter}${code.toString(16).padStart(digits, '0')}`;
}
