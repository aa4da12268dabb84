import type { HostAnswer, HostPlace } from './hostProtocol';

type Facts = Readonly<Record<string, unknown>>;

/** Reads a host's answer. Undefined where the text is none: a driver shares the host's process and may write anything. */
export function readHostAnswer(text: string): HostAnswer | undefined {
  const facts = parse(text);
  return isFacts(facts) ? answerOf(facts) : undefined;
}

function answerOf(facts: Facts): HostAnswer | undefined {
  const { kind, type = '', key = '', method = '', values, holds } = facts;
  if (typeof type !== 'string' || typeof key !== 'string' || typeof method !== 'string') return undefined;
  switch (kind) {
    case 'returned':
      return Array.isArray(values) && values.every(isEntry) ? { kind, values } : undefined;
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
    default:
      return undefined;
  }
}

function raisedOf(type: string, { text, traceback, place }: Facts): HostAnswer | undefined {
  if (!isText(text) || !isText(traceback) || !isPlace(place)) return undefined;
  return { kind: 'raised', type, text, traceback, place };
}

function isPlace(value: unknown): value is HostPlace | null {
  if (value === null) return true;
  return isFacts(value) && typeof value.line === 'number' && (value.function === null || isText(value.function));
}

function isEntry(value: unknown): value is [string, string | null] {
  return Array.isArray(value) && isText(value[0]) && (value[1] === null || isText(value[1]));
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
