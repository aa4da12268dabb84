import type { Expression } from '../code/code';
import { type Parents, parentsIn } from '../code/parents';
import type { Machine } from './machine';
import type { Atom } from './values';

/** What the code of all modules that are read by now consists of. */
export interface Mentions {
  /** What each part stands in. */
  readonly parents: Parents;
  /** Where a variable, or a member of whichever object, is asked for, by its name. */
  readonly byName: ReadonlyMap<string, readonly Expression[]>;
}

const mentions = new WeakMap<Machine, { readonly modules: number; readonly found: Mentions }>();

/** Worked out once for all classes, until another module is read. */
export function mentionsIn(machine: Machine): Mentions {
  const { size: modules } = machine.units;
  const before = mentions.get(machine);
  if (before?.modules === modules) return before.found;
  const parents = parentsIn([...machine.units.values()].map(({ code }) => code.body));
  const found = { parents, byName: namesIn(parents) };
  mentions.set(machine, { modules, found });
  return found;
}

function namesIn(parents: Parents): ReadonlyMap<string, readonly Expression[]> {
  const byName = new Map<string, Expression[]>();
  for (const [part, parent] of parents) {
    if ((part.kind !== 'name' && part.kind !== 'member') || (parent.kind === 'assign' && parent.target === part))
      continue;
    add(byName, part.kind === 'name' ? part.name : part.name.value, part);
  }
  return byName;
}

type Constants = ReadonlyMap<Atom, readonly string[]>;

const constants = new WeakMap<Machine, { readonly state: string; readonly found: Constants }>();

/** The names of the variables of modules, and of the members of classes, that may hold an atom. */
export function constantsWith(machine: Machine, atom: Atom): readonly string[] {
  const state = [machine.units.size, machine.classes.length, machine.constantChanges].join();
  const before = constants.get(machine);
  const found = before?.state === state ? before.found : constantsIn(machine);
  if (before?.found !== found) constants.set(machine, { state, found });
  return found.get(atom) ?? [];
}

function constantsIn({ units, classes }: Machine): Constants {
  const names = new Map<Atom, string[]>();
  const scopes = [...[...units.values()].map(({ scope }) => scope), ...classes.map(({ members }) => members)];
  for (const { variables } of scopes)
    for (const [name, value] of variables) for (const atom of value) add(names, atom, name);
  return names;
}

function add<K, T>(to: Map<K, T[]>, key: K, item: T): void {
  const items = to.get(key);
  if (items) items.push(item);
  else to.set(key, [item]);
}
