import type { Text } from '../code/code';
import type { DriverMethod } from '../declaration';
import { gotten } from './calls';
import type { CallPlace, Machine } from './machine';
import { findMember, instanceOf, memberOf } from './members';
import { elementsOf } from './memory';
import { Frame, Scope } from './scope';
import { type Atom, type ClassAtom, Dictionary, join, only, UNKNOWN_VALUE, type Value } from './values';

/** A list of output keys. */
export interface KeyList {
  readonly keys: ReadonlyMap<string, Text>;
  /** Whether these are all of them. */
  readonly isWhole: boolean;
  /** Which class has the member that gives them: how many come before it where a member is looked up. */
  readonly classIndex: number;
}

/** The first of these that a class has counts. */
const METHODS: readonly DriverMethod[] = ['getVIFConfiguration', 'plug'];

/** Reads `output_keys`; nothing where neither the class nor a base class of this file has it. */
export function declaredKeys(machine: Machine, of: ClassAtom): KeyList | undefined {
  const found = firstMember(machine, of, machine.language.outputNames);
  if (!found) return undefined;
  const value = gotten(machine, memberOf(machine, instanceOf(of), found.name), placeOf(of));
  const elements = [...value].map((atom) => (atom.kind === 'list' ? elementsOf(machine, only(atom)) : UNKNOWN_VALUE));
  const atoms = [...join(...elements)];
  const keys = earliest(atoms.filter((atom) => atom.kind === 'text'));
  return { keys, isWhole: atoms.every(({ kind }) => kind === 'text'), classIndex: found.classIndex };
}

/** Which method of the class answers, if one does. */
export function methodOf(machine: Machine, of: ClassAtom): DriverMethod | undefined {
  return firstMember(machine, of, METHODS)?.name;
}

/** Runs the class's method on a network dictionary, and tells which keys the dictionaries have that it returns. */
export function returnedKeys(machine: Machine, of: ClassAtom, method: DriverMethod): KeyList {
  const before = machine.isUncertain;
  const network = new Dictionary(true, false);
  network.hasNetworkKeys = true;
  const positional = [UNKNOWN_VALUE, only(network), ...(method === 'plug' ? [UNKNOWN_VALUE] : [])];
  const given = { positional, isSpread: false, keywords: [], keywordSpreads: [] };
  const results = [...memberOf(machine, instanceOf(of), method)].map((atom) =>
    atom.kind === 'closure' ? machine.call(atom, given, placeOf(of)) : UNKNOWN_VALUE,
  );
  const result = join(...results);
  const dictionaries = [...result].filter((atom) => atom.kind === 'dictionary');
  const isWhole = !machine.isUncertain && !isUnusual(machine, of) && tellsAll(result);
  machine.isUncertain = before;
  return {
    keys: earliest(dictionaries.flatMap(({ keys }) => [...keys.values()])),
    isWhole,
    classIndex: firstMember(machine, of, [method])?.classIndex ?? 0,
  };
}

/** Whether the value is a dictionary with known keys, or nothing. What never gives a dictionary was not understood. */
function tellsAll(value: Value): boolean {
  const atoms: readonly Atom[] = [...value];
  const areClosed = atoms.every((atom) => atom.kind === 'plain' || (atom.kind === 'dictionary' && !atom.open));
  return areClosed && atoms.some(({ kind }) => kind === 'dictionary');
}

/** Whether the class may have a method that is not in the file, or not read. */
export function hasOpaqueBase(machine: Machine, of: ClassAtom): boolean {
  const isSetSomewhere = METHODS.some((method) => machine.setMembers.has(method));
  return of.code.broken || of.ancestors.includes('outside') || isSetSomewhere || isUnusual(machine, of);
}

/** Whether something about the class decides which method runs. */
function isUnusual(machine: Machine, of: ClassAtom): boolean {
  const classes = [of, ...of.ancestors].filter((link) => link !== 'outside');
  return (
    classes.some(({ altered, code }) => altered || code.unusual) ||
    machine.language.decisiveMembers.some((it) => machine.setMembers.has(it) || findMember(machine, of, it))
  );
}

function firstMember<N extends string>(
  machine: Machine,
  of: ClassAtom,
  names: readonly N[],
): { name: N; classIndex: number } | undefined {
  for (const name of names) {
    const found = findMember(machine, of, name);
    if (found) return { name, classIndex: found.index };
  }
  return undefined;
}

/** A method is run as if it were called from nowhere. */
function placeOf(of: ClassAtom): CallPlace {
  return { place: of, isAwaited: true, scope: new Scope(new Frame(), undefined, []) };
}

/** Each key once, where it stands first. */
function earliest(texts: readonly Text[]): ReadonlyMap<string, Text> {
  const keys = new Map<string, Text>();
  for (const text of texts) {
    const before = keys.get(text.value);
    if (!before || text.span.start < before.span.start) keys.set(text.value, text);
  }
  return keys;
}
