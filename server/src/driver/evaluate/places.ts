import type { Text } from '../code/code';
import type { Machine } from './machine';
import { listsWith } from './memory';
import { constantsWith, type Mentions, mentionsIn } from './mentions';
import { Roles } from './roles';
import type { Sightings } from './sightings';
import type { Dictionary } from './values';

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
  private readonly mentions: Mentions;
  private readonly isFollowed: boolean;
  private readonly texts: ReadonlyMap<string, ReadonlySet<Text>>;

  constructor(
    private readonly machine: Machine,
    private readonly run: DriverRun,
  ) {
    this.family = withSources(run.dictionaries);
    this.mentions = mentionsIn(machine);
    this.roles = new Roles(this.mentions.parents, run.seen, this.family);
    this.texts = textsIn(this.family);
    this.isFollowed =
      run.isWhole &&
      this.texts.size <= MAX_KEYS &&
      [...this.family].every(({ open }) => !open) &&
      [...this.family].flatMap((each) => run.seen.giversOf(each)).every((node) => this.roles.followsDictionary(node));
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
    const givers = this.run.seen.giversOf(text);
    const lists = [...listsWith(this.machine, text)];
    // The name of a member, or of an argument, is not evaluated.
    const own = this.mentions.parents.has(text) && !givers.some((giver) => giver === text) ? [text] : [];
    return (
      [...givers, ...own].every((node) => this.roles.followsKey(node, false)) &&
      lists.flatMap((list) => this.run.seen.giversOf(list)).every((node) => this.roles.followsKey(node, true)) &&
      [text, ...lists].every((atom) => this.areAllSeen(constantsWith(this.machine, atom)))
    );
  }

  /** Whether everything that mentions one of the constants was evaluated. */
  private areAllSeen(constants: readonly string[]): boolean {
    return constants.every((name) =>
      (this.mentions.byName.get(name) ?? []).every((mention) => this.run.seen.has(mention)),
    );
  }
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
