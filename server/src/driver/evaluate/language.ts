import type { Call, Text } from '../code/code';
import type { ModuleCode } from '../code/module';
import type { ReadOnlyUses } from '../code/touched';
import type { Part } from '../code/walk';
import type { DriverSource } from '../declaration';
import type { ParsedSources } from '../syntax/parsedSources';
import type { Machine } from './machine';
import type { Scope } from './scope';
import type { ClosureRole, Dictionary, List, Value } from './values';

export interface KeywordArgument {
  readonly key: Text;
  readonly value: Value;
}

/** The arguments of one call. */
export interface Arguments {
  readonly positional: readonly Value[];
  /** Whether a list was spread into the positional ones, so that their places are not known. */
  readonly isSpread: boolean;
  readonly keywords: readonly KeywordArgument[];
  /** The dictionaries that were spread into the keywords. */
  readonly keywordSpreads: readonly Value[];
}

/** A call of something that comes with the language. */
export interface LibraryCall {
  readonly machine: Machine;
  readonly call: Call;
  readonly scope: Scope;
  readonly given: Arguments;
}

export type LibraryFunction = (call: LibraryCall) => Value;

/** What tells one language from the other, once its source is translated. */
export interface Language {
  /** Translates the source of a module, which `parsed` may hold as it was before. */
  translate(source: DriverSource, parsed: ParsedSources): ModuleCode;
  /** Whether `dictionary.key` is a key, and not a method. */
  readonly membersAreKeys: boolean;
  /** Whether a method takes its object as the first parameter; else the object is `this`. */
  readonly receiverIsParameter: boolean;
  /** What declares the output keys; the first one counts where a class has both. */
  readonly outputNames: readonly string[];
  /** Base classes that bring no members of interest. */
  readonly emptyBases: ReadonlySet<string>;
  /** Decorators of methods that change no more than how they are called. */
  readonly methodDecorators: ReadonlyMap<string, ClosureRole>;
  /** Decorators and metaclasses that leave the members of a class as they are. */
  readonly classDecorators: ReadonlySet<string>;
  readonly initializer: string;
  /** Members that decide what any other member is. */
  readonly decisiveMembers: readonly string[];
  readonly uses: ReadOnlyUses;
  /** Whether code may change code with this, so that reading a module that has it is never certain. */
  isEvasion(part: Part): boolean;
  /** What a function out of the library, or out of a well-known module, does with its arguments. */
  functionAt(path: string): LibraryFunction | undefined;
  dictionaryMethod(name: string): ((dictionary: Dictionary, call: LibraryCall) => Value) | undefined;
  listMethod(name: string): ((list: List, call: LibraryCall) => Value) | undefined;
  /** What a method of an object does that is not known, where the name says enough. */
  methodOfUnknown(name: string): LibraryFunction | undefined;
}
