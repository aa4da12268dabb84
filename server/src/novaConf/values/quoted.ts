const LONGEST = 60;

/** A value as a message shows it: in quotes, and not longer than a message bears. */
export function quoted(value: string): string {
  if (value === '') return 'An empty value';
  return value.length > LONGEST ? `'${value.slice(0, LONGEST)}…'` : `'${value}'`;
}
