import { code } from './markdown';

/** What a key stood for in the last rendering; nothing where that is not known. */
export function lastValue(value: string | undefined): string[] {
  if (value === undefined) return [];
  return [value === '' ? 'Empty in the last rendering.' : `In the last rendering: ${code(value)}`];
}
