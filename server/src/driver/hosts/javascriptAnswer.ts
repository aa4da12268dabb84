import type { HostAnswer } from '../hostProtocol';
import { toHostValue, type HostValue } from '../hostValue';
import { Converter, entriesOf, keyOf, Refused, typeName } from './javascriptValue';

/** Turns what the driver returned into the answer that holds its values. Getters of the driver's may throw. */
export function answerOf(method: string, result: unknown): HostAnswer {
  const entries = entriesOf(result);
  if (entries === undefined) return { kind: 'no-dictionary', method, type: typeName(result) };
  try {
    return { kind: 'returned', values: entries.map(answeredEntry) };
  } catch (error) {
    if (error instanceof Refused) return error.answer;
    throw error;
  }
}

function answeredEntry([key, value]: readonly [unknown, unknown]): readonly [string, HostValue] {
  const name = keyOf(key);
  return [name, toHostValue(new Converter(name).convert(value))];
}
