import type { PythonValue } from '../../pythonValue';
import type { HostAnswer, NestingFault } from '../hostProtocol';
import { MAX_DEPTH, MAX_VALUES } from '../hostValue';

/** What the driver returned is no network dictionary; `answer` says why. */
export class Refused extends Error {
  constructor(readonly answer: HostAnswer) {
    super();
  }
}

/** Turns one value of the network dictionary into the one that Python has for it. Throws Refused where there is none, and what getters of the driver's throw. */
export class Converter {
  /** The lists and dictionaries that the value at hand lies in. */
  readonly #around = new Set<object>();
  #count = 0;

  /** `key` is the one of the network dictionary, for messages. */
  constructor(private readonly key: string) {}

  /**
   * JavaScript has one kind of number where Python has two. A number counts as the one that Python reads from it in JSON:
   * whole ones below 1e21 are ints (5.0 is `5`, and -0 is `0`), all others are floats. `undefined` is None.
   */
  convert(value: unknown): PythonValue {
    this.#count++;
    if (this.#count > MAX_VALUES) throw this.#nesting('size');
    switch (typeof value) {
      case 'string':
      case 'boolean':
      case 'bigint':
        return value;
      case 'number':
        return Number.isInteger(value) && Math.abs(value) < 1e21 ? BigInt(String(value)) : value;
      case 'undefined':
        return null;
      case 'object':
        return value === null ? null : this.#convertObject(value);
      default:
        throw this.#refused(value);
    }
  }

  #convertObject(value: object): PythonValue {
    if (this.#around.has(value)) throw this.#nesting('cycle');
    if (this.#around.size === MAX_DEPTH) throw this.#nesting('depth');
    this.#around.add(value);
    const converted = Array.isArray(value) ? this.#list(value) : this.#dictionary(value);
    this.#around.delete(value);
    return converted;
  }

  #list(list: readonly unknown[]): PythonValue {
    if (list.length > MAX_VALUES) throw this.#nesting('size');
    return Array.from(list, (item) => this.convert(item));
  }

  #dictionary(value: object): PythonValue {
    const entries = entriesOf(value);
    if (entries === undefined) throw this.#refused(value);
    return new Map(entries.map(([key, item]) => [keyOf(key), this.convert(item)]));
  }

  #refused(value: unknown): Refused {
    return new Refused({ kind: 'value-refused', key: this.key, type: typeName(value) });
  }

  #nesting(fault: NestingFault): Refused {
    return new Refused({ kind: 'nesting-refused', key: this.key, fault });
  }
}

/** The key of a dictionary. Throws Refused for one that is no string. */
export function keyOf(key: unknown): string {
  if (typeof key === 'string') return key;
  throw new Refused({ kind: 'key-refused', key: String(key), type: typeName(key) });
}

/** What stands in a dictionary, a Map or an object without a class; undefined for what is none. */
export function entriesOf(value: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (value instanceof Map) return [...value];
  if (typeof value !== 'object' || value === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype ? Object.entries(value) : undefined;
}

/** What a message calls the type: `null`, `number`, `Array`, the name of a class. */
export function typeName(value: unknown): string {
  if (typeof value !== 'object') return typeof value;
  if (value === null) return 'null';
  const made: unknown = Reflect.get(value, 'constructor');
  return typeof made === 'function' && made.name !== '' ? made.name : 'object';
}
