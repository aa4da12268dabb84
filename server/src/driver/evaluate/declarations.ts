import type { Text } from '../code/code';
import type { DriverDeclaration, DriverMethod, OutputKey } from '../declaration';
import {
  declaredKeys,
  followDriver,
  hasOpaqueBase,
  type KeyList,
  methodOf,
  type PathFindings,
  returnedKeys,
  type ReturnedKeys,
} from './driver';
import type { EvaluatedModule } from './interpreter';
import type { Machine } from './machine';
import { prepareForDrivers } from './modules';
import { keyInsertionOf, type MemberValues, memberValues } from './ownList';
import { KeyPlaces } from './places';
import { Sightings } from './sightings';
import type { ClassAtom } from './values';

/** A class of a module's top level. */
export interface ClassFacts {
  readonly atom: ClassAtom;
  /** Whether what the module calls so is this class for certain. */
  readonly isCertain: boolean;
}

/** What its method was read to return. */
interface ReadMethod {
  readonly name: DriverMethod;
  readonly returned: ReturnedKeys;
  readonly findings: PathFindings;
  readonly seen: Sightings;
}

/** Tells what was read of `classes`, all of them classes of the module. */
export function declarationsOf(
  { machine, code, source: { text } }: EvaluatedModule,
  classes: readonly ClassFacts[],
): DriverDeclaration[] {
  // What the author declares counts, whatever the code does to the list later.
  const declared = classes.map(({ atom }) => declaredKeys(machine, atom));
  prepareForDrivers(machine);
  let setOutside: MemberValues | undefined;
  return classes.map((facts, index) => {
    const declaration = declarationOf(machine, facts, declared[index]);
    return {
      ...declaration,
      // A quick fix asks for it, and no check: it takes a look at all of the class.
      get keyInsertion() {
        setOutside ??= memberValues(code);
        return keyInsertionOf(facts.atom, declaration.keys, text, machine.language.outputNames, setOutside);
      },
    };
  });
}

function declarationOf(
  machine: Machine,
  { atom, isCertain }: ClassFacts,
  declared: KeyList | undefined,
): Omit<DriverDeclaration, 'keyInsertion'> {
  const method = readMethod(machine, atom);
  // A list does not speak for a method that a class further down puts in the place of its own.
  const isPromise = declared?.isWhole === true && declared.classIndex <= (method?.returned.classIndex ?? Infinity);
  const isRead = declared?.isWhole !== false && method?.returned.isWhole === true;
  return {
    className: atom.code.name,
    classSpan: atom.code.nameSpan,
    ...(method && { method: method.name }),
    keys: keysOf(machine, declared, method),
    complete: isCertain && !atom.code.broken && (isPromise || isRead),
    passesNetwork: !isPromise && method?.returned.dictionaries.some(({ hasNetworkKeys }) => hasNetworkKeys) === true,
    opaqueBase: !isCertain || hasOpaqueBase(machine, atom),
  };
}

function readMethod(machine: Machine, atom: ClassAtom): ReadMethod | undefined {
  const name = methodOf(machine, atom);
  if (!name) return undefined;
  const seen = new Sightings(machine.seenOfModules);
  machine.seen = seen;
  const returned = returnedKeys(machine, atom, name);
  const findings = returned.onlyWay ?? followDriver(machine, atom, name, [...returned.keys.keys()]);
  machine.seen = machine.seenOfModules;
  return { name, returned, findings, seen };
}

/** The declared keys first, then those that were read besides. */
function keysOf(machine: Machine, declared: KeyList | undefined, method: ReadMethod | undefined): OutputKey[] {
  const order = new Order(machine);
  let kept: KeyPlaces | undefined;
  const places = (): KeyPlaces | undefined => (kept ??= method && placesOf(machine, method));
  const keysIn = (list: KeyList | undefined, isDeclared: boolean): OutputKey[] =>
    order
      .sorted([...(list?.keys.values() ?? [])].flatMap((texts) => order.sorted([...texts]).slice(0, 1)))
      .filter(({ value }) => isDeclared || !declared?.keys.has(value))
      .map((first) => {
        const sometimes = !isDeclared && method?.findings.lacked.has(first.value) === true;
        const naming = (): Naming => namingOf(order, first, declared, places());
        return keyAt(first, { declared: isDeclared, sometimes }, naming);
      });
  return [...keysIn(declared, true), ...keysIn(method?.returned, false)];
}

type Naming = Pick<OutputKey, 'places' | 'placesKnown'>;

/** A key. What names it is found out when it is first asked for: renaming does, and no check, and it takes a look at all of the code. */
function keyAt(
  { value: key, uri, span }: Text,
  facts: Pick<OutputKey, 'declared' | 'sometimes'>,
  naming: () => Naming,
): OutputKey {
  let kept: Naming | undefined;
  return {
    key,
    uri,
    span,
    ...facts,
    get places() {
      return (kept ??= naming()).places;
    },
    get placesKnown() {
      return (kept ??= naming()).placesKnown;
    },
  };
}

function namingOf(
  order: Order,
  { value: key, uri, span }: Text,
  declared: KeyList | undefined,
  places: KeyPlaces | undefined,
): Naming {
  const texts = new Set([...(declared?.keys.get(key) ?? []), ...(places?.textsOf(key) ?? [])]);
  const others = order.sorted([...texts]).filter((text) => text.uri !== uri || text.span.start !== span.start);
  return {
    places: [{ uri, span }, ...others.map((text) => ({ uri: text.uri, span: text.span }))],
    placesKnown: places?.areAll(key, texts) === true,
  };
}

function placesOf(machine: Machine, { returned, findings, seen }: ReadMethod): KeyPlaces {
  const isWhole = returned.isWhole && findings.areAll;
  return new KeyPlaces(machine, {
    dictionaries: returned.dictionaries,
    isWhole,
    askedOutside: findings.askedOutside,
    seen,
  });
}

/** The order of places: the driver's own module first, then those that it imports. */
class Order {
  private readonly modules: readonly string[];

  constructor({ units }: Machine) {
    this.modules = [...units.keys()];
  }

  sorted(texts: readonly Text[]): Text[] {
    const indexOf = ({ uri }: Text): number => this.modules.indexOf(uri);
    return [...texts].sort((a, b) => indexOf(a) - indexOf(b) || a.span.start - b.span.start);
  }
}
