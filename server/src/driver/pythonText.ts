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
      return value;
    case 'boolean':
      return value ? 'True' : 'False';
    case 'bigint':
      return String(value);
    case 'number':
      return numberText(value);
    case 'undefined':
      return null;
    default:
      return value === null ? null : undefined;
  }
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  // Both languages print the fewest digits that tell a float from all others. Python turns to the exponent
  // below 1e-4, JavaScript below 1e-6, and Python gives it two digits at least.
  const size = Math.abs(value);
  return size > 0 && size < 1e-4 ? value.toExponential().replace(/e-(\d)$/, 'e-0$1') : String(value);
}
