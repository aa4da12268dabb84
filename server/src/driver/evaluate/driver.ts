import type { Text } from '../code/code';
import type { DriverMethod } from '../declaration';
import { gotten } from './calls';
import type { CallPlace, Machine } from './machine';
import { alongPath } from './following';
import { findMember, instanceOf, memberOf } from './members';
import { elementsOf } from './memory';
import { followPaths, type Path } from './path';
import type { KeyTexts } from './places';
import { Frame, Scope } from './scope';
import { type Atom, certain, type ClassAtom, Dictionary, join, only, UNKNOWN_VALUE, type Value } from './values';

/** A list of output keys. */
export interface KeyList {
  readonly keys: KeyTexts;
  /** Whether these are all of them. */
  readonly isWhole: boolean;
  /** Which class has the member that gives them: how many come before it where a member is looked up. */
  readonly classIndex: number;
}

export interface ReturnedKeys extends KeyList {
  readonly dictionaries: readonly Dictionary[];
  /** What following the paths would tell, where no choice was met: there is one way, and it has been run. */
  readonly onlyWay: PathFindings | undefined;
}

/** What following the paths through a driver told. */
export interface PathFindings {
  /** The keys that a dictionary lacks which it returns on one of them. */
  readonly lacked: ReadonlySet<string>;
  /** The keys that one asks a dictionary for before it has them. */
  readonly askedOutside: ReadonlySet<string>;
  /** Whether every path was followed. */
  readonly areAll: boolean;
}

const NONE: ReadonlySet<string> = new Set();

/** The first of these that a class has counts. */
const METHODS: readonly DriverMethod[] = ['getVIFConfiguration', 'plug'];

/** Reads `output_keys`; nothing where neither the class nor a base class of this file has it. */
export function declaredKeys(machine: Machine, of: ClassAtom): KeyList | undefined {
  const found = firstMember(machine, of, machine.language.outputNames);
  if (!found) return undefined;
  const value = gotten(machine, memberOf(machine, instanceOf(of), found.name), placeOf(of));
  const elements = [...value].map((atom) => (atom.kind === 'list' ? elementsOf(machine, only(atom)) : UNKNOWN_VALUE));
  const atoms = [...join(...elements)];
  const keys = textsByKey(atoms.filter((atom) => atom.kind === 'text'));
  return { keys, isWhole: atoms.every(({ kind }) => kind === 'text'), classIndex: found.classIndex };
}

/** Which method of the class answers, if one does. */
export function methodOf(machine: Machine, of: ClassAtom): DriverMethod | undefined {
  return firstMember(machine, of, METHODS)?.name;
}

/** Runs the class's method on a network dictionary, and tells which keys the dictionaries have that it returns. */
export function returnedKeys(machine: Machine, of: ClassAtom, method: DriverMethod): ReturnedKeys {
  const { isUncertain: before, choices } = machine;
  machine.askedOutside = new Set();
  const result = callMethod(machine, of, method, 'function');
  const dictionaries = [...result].filter((atom) => atom.kind === 'dictionary');
  const isWhole = !machine.isUncertain && !isUnusual(machine, of) && tellsAll(result);
  machine.isUncertain = before;
  const { askedOutside } = machine;
  return {
    dictionaries,
    onlyWay: machine.choices === choices ? { lacked: NONE, askedOutside, areAll: isWhole } : undefined,
    keys: textsByKey(dictionaries.flatMap(({ keys }) => [...keys.values()].flatMap((texts) => [...texts]))),
    isWhole,
    classIndex: firstMember(machine, of, [method])?.classIndex ?? 0,
  };
}

/** Follows the paths through the class's method, with an eye on `keys`. */
export function followDriver(
  machine: Machine,
  of: ClassAtom,
  method: DriverMethod,
  keys: readonly string[],
): PathFindings {
  const lacked = new Set<string>();
  const askedOutside = new Set<string>();
  if (machine.isUncertain || isUnusual(machine, of)) return { lacked, askedOutside, areAll: false };
  let areClear = true;
  const follow = (path: Path): void => {
    const returned = certain(alongPath(machine, path, () => callMethod(machine, of, method, 'path')));
    for (const key of path.askedOutside) askedOutside.add(key);
    areClear &&= !path.isUnclear;
    if (returned?.kind !== 'dictionary' || returned.open || path.isUnclear) return;
    for (const key of keys) if (!returned.keys.has(key)) lacked.add(key);
  };
  const areAll = followPaths(follow, () => !machine.arePathsSpent) && areClear;
  return { lacked, askedOutside, areAll };
}

/** What the class's method returns for some request. */
function callMethod(machine: Machine, of: ClassAtom, method: DriverMethod, how: 'function' | 'path'): Value {
  const network = new Dictionary(true, false);
  network.hasNetworkKeys = true;
  const positional = [UNKNOWN_VALUE, only(network), ...(method === 'plug' ? [UNKNOWN_VALUE] : [])];
  const given = { positional, isSpread: false, keywords: [], keywordSpreads: [] };
  const results = [...memberOf(machine, instanceOf(of), method)].map((atom) =>
    atom.kind === 'closure' ? machine.call(atom, given, placeOf(of, how)) : UNKNOWN_VALUE,
  );
  return join(...results);
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
function placeOf(of: ClassAtom, kind: 'function' | 'path' = 'function'): CallPlace {
  return { place: of, isAwaited: true, scope: new Scope(new Frame(kind), undefined, []) };
}

function textsByKey(texts: readonly Text[]): KeyTexts {
  const keys = new Map<string, Set<Text>>();
  for (const text of texts) keys.set(text.value, (keys.get(text.value) ?? new Set()).add(text));
  return keys;
}
