import { textOf, type TracedValue } from '../tracedValue';
import type { Fact, Part, Path, Topology } from '../topology';
import { MARKS } from './origins';

/** A fact in words: `MAC 02:00:00:00:00:05, from nova-compute`. */
export function describeFact({ label, value }: Fact): string {
  if (value) return [`${label} ${textOf(value)}`, ...originsInWords(value)].join(', ');
  return `${label}: ${MARKS.missing}`;
}

function originsInWords(value: TracedValue): readonly string[] {
  const words = value.flatMap(({ origin, text }) => (origin ? [{ text, from: MARKS[origin] }] : []));
  const sources = new Set(words.map(({ from }) => from));
  if (sources.size < 2) return [...sources];
  return words.map(({ text, from }) => `“${text}” ${from}`);
}

/** A part in words: its name and what is known of it. */
export function describePart({ name, facts }: Part): string {
  return [name, ...facts.map(({ label, value }) => (value ? `${label} ${textOf(value)}` : `${label} missing`))].join(
    ', ',
  );
}

function describePath(path: Path): string {
  return path
    .map(({ name, facts: [first] }) => (first ? `${name} ${first.value ? textOf(first.value) : 'missing'}` : name))
    .join(' — ');
}

/** The whole picture in words, a line for each card. */
export function describeTopology({ paths }: Topology): string {
  return paths.map(describePath).join('\n');
}
