import type { PythonDictionary, PythonValue } from '../../pythonValue';
import { memberOf, refuseReserved } from './attributes';
import {
  BUILTINS,
  DICTIONARY_ATTRIBUTES,
  EMPTY_TEMPLATE_ATTRIBUTES,
  FUNCTION_VARIABLES,
  MODULE_NAMES,
  TEMPLATE_ATTRIBUTES,
} from './definedNames';
import { NameNotFound, Refusal } from './refusal';

const CONSTANTS: ReadonlyMap<string, PythonValue> = new Map<string, PythonValue>([
  ['None', null],
  ['True', true],
  ['False', false],
]);

/** Cheetah takes no name of more points. */
const MAX_POINTS = 13;

/** The names of a template while it is rendered, and where Cheetah looks for them. */
export class Scope {
  readonly #searchList: PythonDictionary;
  /** What `#set` and `#for` gave. */
  readonly #locals = new Map<string, PythonValue>();
  /** What `#set global` gave. */
  readonly #globals = new Map<string, PythonValue>();

  constructor(searchList: PythonDictionary) {
    this.#searchList = searchList;
  }

  setLocal(name: string, value: PythonValue): void {
    this.#locals.set(name, value);
  }

  setGlobal(name: string, value: PythonValue): void {
    this.#globals.set(name, value);
  }

  /** What `#set` or `#for` gave `name`, if they did so far. */
  local(name: string): PythonValue | undefined {
    return this.#locals.get(name);
  }

  /** What `#set global` gave `name`, if it did so far. */
  global(name: string): PythonValue | undefined {
    return this.#globals.get(name);
  }

  /** Whether `$name(…)` calls the template object's own method of that name: no `#set` hides it. */
  isCheetahs(name: string): boolean {
    return !this.#locals.has(name) && !this.#globals.has(name);
  }

  /** Whether `$name(…)` calls what Python itself has under that name: nothing of the template's hides it. */
  isPythons(name: string): boolean {
    return this.isCheetahs(name) && !this.#searchList.has(name);
  }

  /** `$name`: the template's own variables come first, then the search list, then Python's names. Refuses what is not understood. */
  lookUp(name: string): PythonValue {
    const local = this.#locals.get(name);
    if (local !== undefined) return local;
    if (FUNCTION_VARIABLES.has(name)) throw taken(name);
    const found = this.#search(name);
    if (found !== undefined) return found;
    const constant = CONSTANTS.get(name);
    if (constant !== undefined) return constant;
    if (MODULE_NAMES.has(name) || BUILTINS.has(name))
      throw new Refusal(
        `Nothing provides '${name}', and Cheetah takes what Python calls so: that is not understood.`,
        undefined,
        name,
      );
    throw new NameNotFound(name);
  }

  /** What `getVar` finds under a dotted name: it looks in the search list alone, and never among what `#set` and `#for` gave. */
  getVar(name: string): PythonValue | undefined {
    const [first, ...members] = partsOf(name);
    try {
      let value = this.#search(first);
      for (const member of members) value = value === undefined ? undefined : memberOf(value, member);
      return value;
    } catch (error) {
      if (error instanceof NameNotFound) return undefined;
      throw error;
    }
  }

  /** Cheetah's search list: what `#set global` gave, the template object, and then the values that the template is rendered with. */
  #search(name: string): PythonValue | undefined {
    const value = this.#globals.get(name);
    if (value !== undefined) return value;
    refuseReserved(name);
    if (DICTIONARY_ATTRIBUTES.has(name) || TEMPLATE_ATTRIBUTES.has(name) || name.startsWith('_CHEETAH_'))
      throw taken(name);
    return EMPTY_TEMPLATE_ATTRIBUTES.has(name) ? null : this.#searchList.get(name);
  }
}

function taken(name: string): Refusal {
  return new Refusal(`'${name}' is a name of Cheetah's own, which hides any value of that name.`);
}

/** The parts of a dotted name, as Cheetah takes it apart: `$` means nothing, nor does a point at the end. */
function partsOf(name: string): readonly [string, ...string[]] {
  const parts = name.replaceAll('$', '').split('.');
  if (parts.length > 1 && parts.at(-1) === '') parts.pop();
  const [first = '', ...members] = parts;
  if (first === '' && members.length === 0) throw new Refusal('This asks for a name without a letter.');
  if (parts.length > MAX_POINTS || name.includes('\0')) throw new Refusal('Cheetah takes no such name.');
  return [first, ...members];
}
