import type { ModuleCode, Text } from '../code/code';
import type { DriverDeclaration, DriverSource, OutputKey } from '../declaration';
import { declaredKeys, hasOpaqueBase, type KeyList, methodOf, returnedKeys } from './driver';
import { type EvaluatedModule, prepareForDrivers } from './interpreter';
import type { Machine } from './machine';
import { keyInsertionOf, memberValues } from './ownList';
import type { ClassAtom } from './values';

/** A class of a module's top level. */
export interface ClassFacts {
  readonly atom: ClassAtom;
  /** Whether what the module calls so is this class for certain. */
  readonly isCertain: boolean;
}

/** Tells what was read of `classes`, all of them classes of the module with the source `text`. */
export function declarationsOf(
  module: EvaluatedModule,
  code: ModuleCode,
  { uri, text }: Pick<DriverSource, 'uri' | 'text'>,
  classes: readonly ClassFacts[],
): DriverDeclaration[] {
  const { machine } = module;
  // What the author declares counts, whatever the code does to the list later.
  const declared = classes.map(({ atom }) => declaredKeys(machine, atom));
  prepareForDrivers(module);
  const setOutside = memberValues(code);
  return classes.map((facts, index) => {
    const declaration = declarationOf(machine, uri, facts, declared[index]);
    const keyInsertion = keyInsertionOf(facts.atom, declaration.keys, text, machine.language.outputNames, setOutside);
    return { ...declaration, ...(keyInsertion && { keyInsertion }) };
  });
}

function declarationOf(
  machine: Machine,
  uri: string,
  { atom, isCertain }: ClassFacts,
  declared: KeyList | undefined,
): DriverDeclaration {
  const method = methodOf(machine, atom);
  const returned = method && returnedKeys(machine, atom, method);
  // A list does not speak for a method that a class further down puts in the place of its own.
  const isPromise = declared?.isWhole === true && declared.classIndex <= (returned?.classIndex ?? Infinity);
  const isRead = declared?.isWhole !== false && returned?.isWhole === true;
  return {
    className: atom.code.name,
    classSpan: atom.code.nameSpan,
    ...(method && { method }),
    keys: keysOf(uri, declared?.keys ?? new Map<string, Text>(), returned?.keys ?? new Map<string, Text>()),
    complete: isCertain && !atom.code.broken && (isPromise || isRead),
    opaqueBase: !isCertain || hasOpaqueBase(machine, atom),
  };
}

function keysOf(
  uri: string,
  declared: ReadonlyMap<string, Text>,
  returned: ReadonlyMap<string, Text>,
): OutputKey[] {
  const others = [...returned.values()].filter(({ value }) => !declared.has(value));
  return [...inOrder(uri, [...declared.values()], true), ...inOrder(uri, others, false)];
}

function inOrder(uri: string, texts: readonly Text[], declared: boolean): OutputKey[] {
  return [...texts]
    .sort((a, b) => a.span.start - b.span.start)
    .map(({ value, span }) => ({
      key: value,
      uri,
      span,
      declared,
      sometimes: false,
      places: [{ uri, span }],
      placesKnown: false,
    }));
}
