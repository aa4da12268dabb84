import { isDictionary, type PythonDictionary } from '../pythonValue';
import type { HostAnswer, HostPlace, NestingFault } from './hostProtocol';
import { fromHostValue } from './hostValue';
import { isPlainTexts, readPlainTexts } from './plainTexts';

type Facts = Readonly<Record<string, unknown>>;

/** What a host answered, with the network dictionary's values as Python has them. */
export type ReadAnswer =
  | Exclude<HostAnswer, { kind: 'returned' | 'texts' }>
  | { readonly kind: 'returned'; readonly values: PythonDictionary };

/** Reads a host's answer. Undefined where the text is none: a driver shares the host's process and may write anything. */
export function readHostAnswer(text: string): ReadAnswer | undefined {
  const facts = parse(text);
  return isFacts(facts) ? answerOf(facts) : undefined;
}

/** Reads the answers to a group of requests, one a line. Undefined in place of what is no answer. */
export function readHostAnswers(text: string): readonly (ReadAnswer | undefined)[] {
  return text.split('\n').map((line) => (isPlainTexts(line) ? textsIn(line) : readHostAnswer(line)));
}

function textsIn(line: string): ReadAnswer | undefined {
  const values = readPlainTexts(line);
  return values && { kind: 'returned', values };
}

function answerOf(facts: Facts): ReadAnswer | undefined {
  const { kind, type = '', key = '', method = '', values, holds, fault } = facts;
  if (typeof type !== 'string' || typeof key !== 'string' || typeof method !== 'string') return undefined;
  switch (kind) {
    case 'texts':
      return textsOf(values);
    case 'returned':
      return returnedOf(values);
    case 'raised':
      return raisedOf(type, facts);
    case 'no-class':
      return Array.isArray(holds) && holds.every(isText) ? { kind, holds } : undefined;
    case 'no-method':
      return { kind };
    case 'no-dictionary':
      return { kind, method, type };
    case 'key-refused':
    case 'value-refused':
      return { kind, key, type };
    case 'nesting-refused':
      return isNestingFault(fault) ? { kind, key, fault } : undefined;
    default:
      return undefined;
  }
}

function returnedOf(entries: unknown): ReadAnswer | undefined {
  const values = Array.isArray(entries) ? fromHostValue({ dict: entries }, -1) : undefined;
  return isDictionary(values) ? { kind: 'returned', values } : undefined;
}

function textsOf(values: unknown): ReadAnswer | undefined {
  if (!isFacts(values)) return undefined;
  const read = new Map<string, string>();
  for (const key of Object.keys(values)) {
    const text = values[key];
    if (!isText(text)) return undefined;
    read.set(key, text);
  }
  return { kind: 'returned', values: read };
}

function raisedOf(type: string, { text, traceback, place }: Facts): ReadAnswer | undefined {
  if (!isText(text) || !isText(traceback) || !isPlace(place)) return undefined;
  return { kind: 'raised', type, text, traceback, place };
}

function isPlace(value: unknown): value is HostPlace | null {
  if (value === null) return true;
  return isFacts(value) && typeof value.line === 'number' && (value.function === null || isText(value.function));
}

function isNestingFault(value: unknown): value is NestingFault {
  return value === 'cycle' || value === 'depth' || value === 'size';
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
