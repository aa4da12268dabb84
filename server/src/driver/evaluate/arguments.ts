import type { Call, Parameter } from '../code/code';
import type { Arguments, KeywordArgument } from './language';
import type { Machine } from './machine';
import { addItems, addKey, addKeysOf, elementsOf, newDictionary, newList, setItem } from './memory';
import type { Scope } from './scope';
import { type Closure, type Dictionary, join, NOTHING, only, UNKNOWN_VALUE, type Value } from './values';

export const NO_ARGUMENTS: Arguments = { positional: [], isSpread: false, keywords: [], keywordSpreads: [] };

/** Evaluates the arguments of a call. */
export function argumentsOf(machine: Machine, call: Call, scope: Scope): Arguments {
  const positional = call.positional.map((part) =>
    part.kind === 'spread' ? elementsOf(machine, machine.evaluate(part.value, scope)) : machine.evaluate(part, scope),
  );
  const isSpread = call.positional.some(({ kind }) => kind === 'spread');
  const keywords: KeywordArgument[] = [];
  const keywordSpreads: Value[] = [];
  for (const part of call.keywords) {
    const value = machine.evaluate(part.value, scope);
    if (part.kind === 'entry' && part.key.kind === 'text') keywords.push({ key: part.key, value });
    else keywordSpreads.push(value);
  }
  return { positional, isSpread, keywords, keywordSpreads };
}

/** Adds the keywords of a call to a dictionary, as `**keywords` holds them. */
export function addKeywords(machine: Machine, dictionary: Dictionary, given: Arguments): void {
  for (const { key, value } of given.keywords) addKey(machine, dictionary, only(key), value);
  for (const spread of given.keywordSpreads) addKeysOf(machine, dictionary, spread);
}

/** Sets the parameters of `closure` in the scope of its call. `first` are arguments that come before those of the call. */
export function bindParameters(
  machine: Machine,
  closure: Closure,
  first: readonly Value[],
  given: Arguments,
  scope: Scope,
): void {
  const placed = [...first, ...(given.isSpread ? [] : given.positional)];
  const binder = new Binder(machine, closure, given, placed, scope);
  for (const parameter of closure.code.parameters) {
    const before = scope.variables.get(parameter.name) ?? NOTHING;
    // A call that is evaluated again keeps what its functions may still see.
    scope.variables.set(parameter.name, join(before, binder.valueOf(parameter)));
  }
}

class Binder {
  private readonly namedOnes = new Set<string>();
  private readonly unplaced: Value;

  constructor(
    private readonly machine: Machine,
    private readonly closure: Closure,
    private readonly given: Arguments,
    /** What is not bound yet of the arguments whose place is known. */
    private placed: readonly Value[],
    private readonly scope: Scope,
  ) {
    this.unplaced = given.isSpread ? join(...given.positional) : NOTHING;
  }

  valueOf(parameter: Parameter): Value {
    if (parameter.role === 'one') return this.one(parameter);
    return parameter.role === 'rest' ? this.rest(parameter) : this.keywords(parameter);
  }

  private one(parameter: Parameter): Value {
    const [placed] = this.placed;
    this.placed = this.placed.slice(1);
    if (placed) return placed;
    const keyword = this.given.keywords.find(({ key }) => key.value === parameter.name);
    if (keyword) {
      this.namedOnes.add(parameter.name);
      return keyword.value;
    }
    const any = this.given.isSpread || this.given.keywordSpreads.length > 0 ? UNKNOWN_VALUE : NOTHING;
    return join(this.closure.defaults.get(parameter.name) ?? NOTHING, this.unplaced, any);
  }

  private rest(parameter: Parameter): Value {
    const list = newList(this.machine, parameter, this.scope);
    for (const [index, value] of this.placed.entries()) setItem(this.machine, list, index, value);
    addItems(this.machine, list, this.unplaced);
    this.placed = [];
    return only(list);
  }

  private keywords(parameter: Parameter): Value {
    const dictionary = newDictionary(this.machine, parameter, this.scope);
    const keywords = this.given.keywords.filter(({ key }) => !this.namedOnes.has(key.value));
    addKeywords(this.machine, dictionary, { ...this.given, keywords });
    return only(dictionary);
  }
}
