import type { Fact, Part, Station } from './topology';
import type { TracedElement } from './tracedElement';
import type { TracedValue } from './tracedValue';

/** A fact that is left out where the XML does not say it. */
export function fact(label: string, value: TracedValue | undefined): readonly Fact[] {
  return value ? [{ label, value }] : [];
}

/** A fact that libvirt needs. */
export function needed(label: string, value: TracedValue | undefined): Fact {
  return { label, ...(value && { value }) };
}

/** A part, found where its element stands. A part of which nothing is to be said is left out. */
export function part(
  station: Station,
  name: string,
  facts: readonly Fact[],
  element: TracedElement | undefined,
): readonly Part[] {
  const source = element?.source;
  return facts.length > 0 ? [{ station, name, facts, ...(source && { source }) }] : [];
}
