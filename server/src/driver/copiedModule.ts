import type { Place } from '../text/span';
import type { ClassAlias, DriverModule, OutputKey } from './declaration';

/** Gives a place in the one file its URI in the other. */
type Move = (place: Place) => Place;

function copiedKey(key: OutputKey, move: Move): OutputKey {
  return {
    ...move(key),
    key: key.key,
    declared: key.declared,
    sometimes: key.sometimes,
    // Found out when they are asked for, as in the key itself.
    get places() {
      return key.places.map(move);
    },
    get placesKnown() {
      return key.placesKnown;
    },
  };
}

function copiedAlias(alias: ClassAlias, from: string, to: string): ClassAlias {
  return 'uri' in alias.from && alias.from.uri === from ? { ...alias, from: { uri: to } } : alias;
}

/** What is told of the module at `to` where that has the same text as the one at `from`, and neither has a module that it imports. */
export function copiedModule(module: DriverModule, from: string, to: string): DriverModule {
  const move: Move = ({ uri, span }) => ({ uri: uri === from ? to : uri, span });
  return {
    ...module,
    classes: module.classes.map((found) => ({ ...found, keys: found.keys.map((key) => copiedKey(key, move)) })),
    aliases: module.aliases.map((alias) => copiedAlias(alias, from, to)),
  };
}
