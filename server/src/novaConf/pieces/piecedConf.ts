import type { Problem } from '../../problems';
import type { NovaConf, NovaConfForm, OptionSetting, Section } from '../novaConf';
import { keyIn } from '../options';
import type { Text } from '../../text/text';
import type { ConfPiece } from './confPiece';
import type { ConfPlace } from './confPlace';
import { SettingIndex } from './settingIndex';

/** How many places are looked for one by one. */
const FEW_PLACES = 32;

/** A nova.conf as the pieces that it was read in. What they say together is put together when it is first asked for. */
export class PiecedConf implements NovaConf {
  #sections: readonly Section[] | undefined;
  #settings: readonly OptionSetting[] | undefined;
  #problems: readonly Problem[] | undefined;
  #index: SettingIndex | undefined;
  #places: ReadonlyMap<ConfPiece, ConfPlace> | undefined;
  #placesAsked = 0;
  readonly #lastNamed = new Map<string, OptionSetting | undefined>();

  /** `findProblems` finds the faults of the syntax; `earlier` is the version of the file before, where there is one. */
  constructor(
    readonly text: Text,
    readonly form: NovaConfForm,
    readonly pieces: readonly ConfPlace[],
    private readonly findProblems: () => readonly Problem[],
    earlier: PiecedConf | undefined,
  ) {
    this.#index = earlier && PiecedConf.#takeIndex(earlier, pieces);
  }

  get sections(): readonly Section[] {
    return (this.#sections ??= this.pieces.flatMap(({ sections }) => sections));
  }

  get settings(): readonly OptionSetting[] {
    return (this.#settings ??= this.pieces.flatMap(({ settings }) => settings));
  }

  get problems(): readonly Problem[] {
    return (this.#problems ??= this.findProblems());
  }

  named(name: string): readonly OptionSetting[] {
    const places = [...this.#placesWith(name)].sort((a, b) => a.start - b.start);
    return places.flatMap((place) => namedIn(place, name));
  }

  lastNamed(name: string): OptionSetting | undefined {
    if (!this.#lastNamed.has(name)) this.#lastNamed.set(name, this.#findLastNamed(name));
    return this.#lastNamed.get(name);
  }

  #findLastNamed(name: string): OptionSetting | undefined {
    const [first, ...others] = this.#placesWith(name);
    if (!first) return undefined;
    const last = others.reduce((latest, place) => (place.start > latest.start ? place : latest), first);
    return namedIn(last, name).at(-1);
  }

  /** In no order. */
  #placesWith(name: string): readonly ConfPlace[] {
    this.#index ??= indexOf(this.pieces);
    return this.#index.holding(name).flatMap((piece) => this.#placeOf(piece) ?? []);
  }

  /** To make a table of all places takes longer than to look for the few that most edits ask for. */
  #placeOf(piece: ConfPiece): ConfPlace | undefined {
    if (this.#placesAsked++ < FEW_PLACES) return this.pieces.find((place) => place.piece === piece);
    this.#places ??= new Map(this.pieces.map((place) => [place.piece, place]));
    return this.#places.get(piece);
  }

  /** Takes the index of the version before, and brings it up to date: most pieces are the same. That version makes a new one if it is asked once more. */
  static #takeIndex(earlier: PiecedConf, pieces: readonly ConfPlace[]): SettingIndex | undefined {
    const index = earlier.#index;
    earlier.#index = undefined;
    if (!index) return undefined;
    const [start, end] = commonPieces(earlier.pieces, pieces);
    // In this order: most names are there before and after, and taking one out of the index and putting it in again costs more.
    for (const { piece } of pieces.slice(start, pieces.length - end)) index.add(piece);
    for (const { piece } of earlier.pieces.slice(start, earlier.pieces.length - end)) index.remove(piece);
    return index;
  }
}

function indexOf(places: readonly ConfPlace[]): SettingIndex {
  const index = new SettingIndex();
  for (const { piece } of places) index.add(piece);
  return index;
}

function namedIn({ settings }: ConfPlace, key: string): readonly OptionSetting[] {
  return settings.filter(({ group, name }) => keyIn(group, name) === key);
}

/** How many pieces are the same at the start, and how many of the others at the end. */
function commonPieces(before: readonly ConfPlace[], after: readonly ConfPlace[]): readonly [number, number] {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start]?.piece === after[start]?.piece) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end]?.piece === after[after.length - 1 - end]?.piece)
    end += 1;
  return [start, end];
}
