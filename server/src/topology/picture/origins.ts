import { isUnfilled, type TracedValue } from '../tracedValue';
import type { Fact, Topology } from '../topology';
import type { Origin } from '../../render/trace';

/** How a value is marked: by who it comes from, or that it is missing. */
export type Mark = Origin | 'missing';

/** The marks in the order of the legend, with what it says of each. */
export const MARKS: Readonly<Record<Mark, string>> = {
  driver: 'from the driver',
  compute: 'from nova-compute',
  request: 'from the request',
  template: 'written in the template',
  unfilled: 'nothing fills it',
  missing: 'missing, and libvirt needs it',
};

/** The one mark of a fact: of a value of several origins, that of the first piece which the template does not say itself. None where no text says it. */
export function markOf({ value }: Fact): Mark | undefined {
  if (!value) return 'missing';
  if (isUnfilled(value)) return 'unfilled';
  const origins = value.flatMap(({ origin }) => origin ?? []);
  return origins.find((origin) => origin !== 'template') ?? origins[0];
}

/** The marks that a picture of the topology has, in the order of the legend. */
export function marksOf({ paths }: Topology): readonly Mark[] {
  const facts = paths.flat().flatMap((part) => part.facts);
  const used = new Set<Mark>(facts.flatMap((fact) => [markOf(fact) ?? [], originsOf(fact.value)].flat()));
  return (Object.keys(MARKS) as Mark[]).filter((mark) => used.has(mark));
}

function originsOf(value: TracedValue | undefined): readonly Origin[] {
  return (value ?? []).flatMap(({ origin }) => origin ?? []);
}
