import type { HostAnswer } from '../hostProtocol';
import { toHostValue, type HostValue } from '../hostValue';
import { Converter, entriesOf, keyOf, Refused, typeName } from './javascriptValue';

/** Turns what the driver returned into the answer that holds its values. Getters of the driver's may throw. */
export function answerOf(method: string, result: unknown): HostAnswer {
  const entries = entriesOf(result);
  if (entries === undefined) return { kind: 'no-dictionary', method, type: typeName(result) };
  const texts = textsOf(entries);
  if (texts) return { kind: 'texts', values: texts };
  try {
    return { kind: 'returned', values: entries.map(answeredEntry) };
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

/** Keys that objects do not keep as they are, or not in their place. */
const NO_MEMBER = /^(?:\d+|__proto__)$/;

/** What most drivers return: nothing but texts. That is read in half the time. `undefined` for all else. */
function textsOf(entries: readonly (readonly [unknown, unknown])[]): Readonly<Record<string, string>> | undefined {
  const texts: Record<string, string> = {};
  for (const [key, value] of entries) {
    if (typeof key !== 'string' || typeof value !== 'string' || NO_MEMBER.test(key)) return undefined;
    texts[key] = value;
  }
  return texts;
}

function answeredEntry([key, value]: readonly [unknown, unknown]): readonly [string, HostValue] {
  const name = keyOf(key);
  return [name, toHostValue(new Converter(name).convert(value))];
}
