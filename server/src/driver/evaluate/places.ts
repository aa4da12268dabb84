import type { Statement, Text } from '../code/code';
import { type Parents, parentsIn } from '../code/parents';
import type { Part } from '../code/walk';
import type { Machine } from './machine';
import { holds, Roles } from './roles';
import type { Sightings } from './sightings';
import type { Atom, Dictionary, Value } from './values';

/** With more keys than a driver has, it is not worked out which of them can be told from all else. */
const MAX_KEYS = 300;

/** The strings of each key. */
export type KeyTexts = ReadonlyMap<string, ReadonlySet<Text>>;

/** What running a driver came to. */
export interface DriverRun {
  /** What it may return. */
  readonly dictionaries: readonly Dictionary[];
  /** Whether that is all, and every way was followed that asks for a key. */
  readonly isWhole: boolean;
  /** Keys that it may ask the request for. */
  readonly askedOutside: ReadonlySet<string>;
  /** What was seen of the module and of the run. */
  readonly seen: Sightings;
}

/** Tells where in the sources a driver names its keys. */
export class KeyPlaces {
  /** The dictionaries that it returns, and those that their keys were copied from. */
  private readonly family: ReadonlySet<Dictionary>;
  private readonly roles: Roles;
  private readonly parents: Parents;
  private readonly isFollowed: boolean;
  private readonly texts: ReadonlyMap<string, ReadonlySet<Text>>;

  constructor(
    private readonly machine: Machine,
    private readonly run: DriverRun,
  ) {
    this.family = withSources(run.dictionaries);
    this.parents = parentsOf(machine);
    this.roles = new Roles(this.parents, run.seen, this.family);
    this.texts = textsIn(this.family);
    const isOfFamily = (atom: Atom): boolean => atom.kind === 'dictionary' && this.family.has(atom);
    this.isFollowed =
      run.isWhole &&
      this.texts.size <= MAX_KEYS &&
      [...this.family].every(({ open }) => !open) &&
      run.seen.giving(isOfFamily).every((node) => this.roles.followsDictionary(node));
  }

  /** The strings that name a key, wherever they stand. */
  textsOf(key: string): ReadonlySet<Text> {
    return this.texts.get(key) ?? new Set();
  }

  /** Whether these strings are all that names the key, and name nothing else. */
  areAll(key: string, texts: ReadonlySet<Text>): boolean {
    const isSet = this.run.dictionaries.some(({ keys }) => keys.has(key));
    // What the request has under that name may be meant.
    const isAskedOutside = this.run.askedOutside.has(key) && [...this.family].some((each) => each.hasNetworkKeys);
    return this.isFollowed && isSet && !isAskedOutside && [...texts].every((text) => this.isAlone(text));
  }

  /** Whether a string is nothing but a key of these dictionaries. */
  private isAlone(text: Text): boolean {
    if (text.isShorthand === true) return false;
    const { seen } = this.run;
    const holdsText = (atom: Atom): boolean => atom.kind === 'list' && holds(atom, text);
    const givers = new Set(seen.giving((atom) => atom === text));
    const lists = seen.giving(holdsText);
    // The name of a member, or of an argument, is not evaluated.
    const own = this.parents.has(text) && !givers.has(text) ? [text] : [];
    return (
      [...givers, ...own].every((node) => this.roles.followsKey(node, false)) &&
      lists.every((node) => this.roles.followsKey(node, true)) &&
      this.areAllSeen(this.constantsWith((atom) => atom === text || holdsText(atom)))
    );
  }

  /** The variables of modules and members of classes that may hold such. */
  private constantsWith(is: (atom: Atom) => boolean): ReadonlySet<string> {
    const scopes = [
      ...[...this.machine.units.values()].map(({ scope }) => scope),
      ...this.machine.classes.map(({ members }) => members),
    ];
    const has = (value: Value): boolean => [...value].some(is);
    return new Set(
      scopes.flatMap(({ variables }) => [...variables].flatMap(([name, value]) => (has(value) ? [name] : []))),
    );
  }

  /** Whether everything that mentions one of the constants was evaluated. */
  private areAllSeen(constants: ReadonlySet<string>): boolean {
    if (constants.size === 0) return true;
    return [...this.parents].every(([part, parent]) => {
      if (part.kind !== 'name' && part.kind !== 'member') return true;
      const name = part.kind === 'name' ? part.name : part.name.value;
      return !constants.has(name) || isTarget(part, parent) || this.run.seen.has(part);
    });
  }
}

const known = new WeakMap<Machine, { readonly modules: number; readonly parents: Parents }>();

/** What each part stands in, in all modules that are read by now. */
function parentsOf(machine: Machine): Parents {
  const { size: modules } = machine.units;
  const before = known.get(machine);
  if (before?.modules === modules) return before.parents;
  const parents = parentsIn([...machine.units.values()].map(({ code }) => code.body));
  known.set(machine, { modules, parents });
  return parents;
}

function isTarget(part: Part, parent: Part | Statement): boolean {
  return parent.kind === 'assign' && parent.target === part;
}

function textsIn(family: ReadonlySet<Dictionary>): ReadonlyMap<string, ReadonlySet<Text>> {
  const texts = new Map<string, Set<Text>>();
  for (const { keys, asked } of family)
    for (const text of [...[...keys.values()].flatMap((set) => [...set]), ...asked])
      texts.set(text.value, (texts.get(text.value) ?? new Set()).add(text));
  return texts;
}

function withSources(dictionaries: readonly Dictionary[]): ReadonlySet<Dictionary> {
  const all = new Set(dictionaries);
  for (const dictionary of all) for (const source of dictionary.sources) all.add(source);
  return all;
}
