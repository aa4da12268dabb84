import type { Span } from '../text/span';
import type { Origin } from '../render/trace';

/** A piece of a value. */
export interface Run {
  /** What an XML parser reads. */
  readonly text: string;
  /** Missing for what no text says: punctuation between values, and what libvirt takes where a part is left out. */
  readonly origin?: Origin;
  /** Where it comes from in the template file, where that is known. */
  readonly source?: Span;
}

/** A value, piece by piece; there is a piece at least. */
export type TracedValue = readonly [Run, ...Run[]];

/** The pieces as a value; undefined where there are none. */
export function valueOf([first, ...rest]: readonly Run[]): TracedValue | undefined {
  return first && [first, ...rest];
}

/** The whole text of a value. */
export function textOf(value: TracedValue): string {
  return value.map(({ text }) => text).join('');
}

/** The values that there are, with `separator` between them; undefined where there are none. */
export function joinValues(values: readonly (TracedValue | undefined)[], separator: string): TracedValue | undefined {
  const [first, ...rest] = values.filter((value) => value !== undefined);
  return first && [...first, ...rest.flatMap((value) => [{ text: separator }, ...value])];
}

/** Whether a placeholder is left in a value. */
export function isUnfilled(value: TracedValue): boolean {
  return value.some(({ origin }) => origin === 'unfilled');
}
