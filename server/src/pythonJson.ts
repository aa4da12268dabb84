import { parseTree, printParseErrorCode, visit, type ParseError } from 'jsonc-parser';
import { pythonRepr } from './pythonText';
import { isDictionary, isList, type PythonDictionary, type PythonValue } from './pythonValue';
import type { Span } from './text/span';

/** What a JSON text holds, or why it is none, with the place of the fault. */
export type ParsedJson =
  | { readonly kind: 'value'; readonly value: PythonValue }
  | { readonly kind: 'broken'; readonly message: string; readonly span: Span };

/** How deep lists and dictionaries may lie in each other: well below what Python's own reader takes. */
export const MAX_DEPTH = 500;

/**
 * Reads strict JSON as Python's `json.loads` does: `5` is an int of any size, `5.0` and `1e3` are floats. Unlike Python,
 * it refuses NaN and Infinity, and what lies deeper than MAX_DEPTH.
 */
export function parsePythonJson(text: string): ParsedJson {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return whyNoJson(text);
  }
  const value = MAY_HOLD_OTHER_NUMBERS.test(text) ? undefined : fromJson(parsed, 0);
  if (value !== undefined) return { kind: 'value', value };
  return tooDeep(text) ?? { kind: 'value', value: valueOf(text) };
}

/** A JSON text that holds an object, of which each member is turned into Python's value when it is asked for. */
export class JsonObject {
  #read: PythonDictionary | undefined;

  private constructor(
    readonly text: string,
    private readonly parsed: object,
  ) {}

  /** `undefined` for a text that holds anything else, and for one that is nested too deeply. */
  static of(text: string): JsonObject | undefined {
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      return undefined;
    }
    // Each level takes two characters.
    if (!isObject(parsed) || (text.length > 2 * MAX_DEPTH && isDeeper(parsed, MAX_DEPTH))) return undefined;
    return new JsonObject(text, parsed);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.parsed, key);
  }

  /** Whether a member is there that is an object itself. */
  holdsObject(key: string): boolean {
    return this.has(key) && isObject(Reflect.get(this.parsed, key));
  }

  get(key: string): PythonValue | undefined {
    if (!this.has(key)) return undefined;
    if (!this.#read) {
      const value = MAY_HOLD_OTHER_NUMBERS.test(this.text) ? undefined : fromJson(Reflect.get(this.parsed, key), 1);
      if (value !== undefined) return value;
      const read = valueOf(this.text);
      this.#read = isDictionary(read) ? read : new Map();
    }
    return this.#read.get(key);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether lists and objects lie more than `most` deep in each other. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((item) => isDeeper(item, most - 1));
}

/** What a float, and an int that JavaScript's numbers may not hold, look like. Some strings do, too. */
const MAY_HOLD_OTHER_NUMBERS = /(?:^|[[:,\s])-?\d+(?:\.\d|[eE][+-]?\d|(?<=\d{16}))/;

/** Whether a key may be one that JavaScript's objects do not keep in its place: a number. */
function mayBeIndex(key: string): boolean {
  const first = key.charCodeAt(0);
  return first >= 0x30 && first <= 0x39;
}

/**
 * Turns what the engine's own parser made of a text into Python's value, which is many times faster than to read the text
 * again. All its numbers are ints. `undefined` where something of the text is lost: the order of keys, or how deep it goes.
 */
function fromJson(parsed: unknown, depth: number): PythonValue | undefined {
  if (typeof parsed === 'number') return BigInt(parsed);
  if (typeof parsed !== 'object' || parsed === null) return parsed as PythonValue;
  if (depth === MAX_DEPTH) return undefined;
  if (Array.isArray(parsed)) return listFrom(parsed, depth + 1);
  const dictionary = new Map<string, PythonValue>();
  for (const key of Object.keys(parsed)) {
    const value = mayBeIndex(key) ? undefined : fromJson(Reflect.get(parsed, key), depth + 1);
    if (value === undefined) return undefined;
    dictionary.set(key, value);
  }
  return dictionary;
}

function listFrom(items: readonly unknown[], depth: number): PythonValue | undefined {
  const list: PythonValue[] = [];
  for (const item of items) {
    const value = fromJson(item, depth);
    if (value === undefined) return undefined;
    list.push(value);
  }
  return list;
}

/** The first bracket that lies too deep, of a text that is read by what calls itself for every bracket. */
function tooDeep(text: string): ParsedJson | undefined {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\[^])*"?|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth++;
    if (token === ']' || token === '}') depth--;
    if (depth > MAX_DEPTH) return broken('This JSON is nested too deeply.', index, 1);
  }
  return undefined;
}

function broken(message: string, start: number, length: number): ParsedJson {
  return { kind: 'broken', message, span: { start, end: start + length } };
}

/** Why a text is no JSON, and where: the engine's own parser does not say the place. */
function whyNoJson(text: string): ParsedJson {
  const deep = tooDeep(text);
  if (deep) return deep;
  const errors: ParseError[] = [];
  parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const [error] = errors;
  if (!error) return broken('This is no JSON.', 0, 0);
  const what = printParseErrorCode(error.error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();
  // Of a comment without its end, the parser counts a character that is not there.
  return broken(`This is no JSON: ${what}.`, error.offset, Math.min(error.length, text.length - error.offset));
}

/** The value of a text that is JSON for certain. */
function valueOf(text: string): PythonValue {
  const builder = new Builder();
  visit(text, {
    onObjectBegin: () => {
      builder.openDictionary();
    },
    onObjectProperty: (name) => {
      builder.key = name;
    },
    onArrayBegin: () => {
      builder.openList();
    },
    onLiteralValue: (value: null | boolean | number | string, offset, length) => {
      builder.add(typeof value === 'number' ? numberOf(text.slice(offset, offset + length)) : value);
    },
    onObjectEnd: () => {
      builder.close();
    },
    onArrayEnd: () => {
      builder.close();
    },
  });
  return builder.value;
}

/** Python's number of a literal: an int, unless it has a point or an exponent. */
function numberOf(literal: string): bigint | number {
  return /[.eE]/.test(literal) ? Number(literal) : BigInt(literal);
}

/** Puts a value together from its parts, as they come. */
class Builder {
  value: PythonValue = null;
  /** The key of what is added next to a dictionary. */
  key = '';
  readonly #open: (Map<string, PythonValue> | PythonValue[])[] = [];

  add(value: PythonValue): void {
    const parent = this.#open.at(-1);
    if (parent instanceof Map) parent.set(this.key, value);
    else if (parent) parent.push(value);
    else this.value = value;
  }

  openDictionary(): void {
    const dictionary = new Map<string, PythonValue>();
    this.add(dictionary);
    this.#open.push(dictionary);
  }

  openList(): void {
    const list: PythonValue[] = [];
    this.add(list);
    this.#open.push(list);
  }

  close(): void {
    this.#open.pop();
  }
}

/** A string that JSON holds as it is. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** Writes JSON that Python reads the same value from, and JavaScript the closest that it has. The value holds no NaN. */
export function writePythonJson(value: PythonValue): string {
  if (typeof value === 'string') return writeString(value);
  if (isDictionary(value)) return writeDictionary(value);
  if (isList(value)) return `[${Array.from(value, writePythonJson).join(',')}]`;
  if (typeof value === 'bigint') return String(value);
  return typeof value === 'number' ? pythonRepr(value).replace('inf', '1e999') : String(value);
}

/** Most strings are plain: this is several times as fast as to have the engine look at each character. */
function writeString(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
}

function writeDictionary(dictionary: PythonDictionary): string {
  let written = '';
  for (const [key, item] of dictionary)
    written += `${written === '' ? '{' : ','}${writeString(key)}:${writePythonJson(item)}`;
  return written === '' ? '{}' : `${written}}`;
}
