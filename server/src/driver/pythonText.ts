import { pythonStr } from '../pythonText';

/**
 * The text that Python's `str` gives for a value, as the templates take it: `True`, `1e-05`, `nan`. Null for null and
 * undefined; undefined for what has no text of its own (lists, dictionaries, functions, …).
 *
 * JavaScript has one kind of number where Python has two. A number counts as the one that Python reads from it in JSON:
 * whole ones below 1e21 are integers (5.0 is `5`, and -0 is `0`), all others are floats.
 */
export function pythonText(value: unknown): string | null | undefined {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'bigint':
      return pythonStr(value);
    case 'number':
      return pythonStr(Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(String(value)) : value);
    case 'undefined':
      return null;
    default:
      return value === null ? null : undefined;
  }
}
