import type { HostAnswer } from '../hostProtocol';
import { pythonText } from '../pythonText';

/** Turns what the driver returned into the answer that holds its values as text. Getters of the driver's may throw. */
export function answerOf(method: string, result: unknown): HostAnswer {
  const entries = entriesOf(result);
  if (entries === undefined) return { kind: 'no-dictionary', method, type: typeName(result) };
  const values: [string, string | null][] = [];
  for (const [key, value] of entries) {
    if (typeof key !== 'string') return { kind: 'key-refused', key: String(key), type: typeName(key) };
    const text = pythonText(value);
    if (text === undefined) return { kind: 'value-refused', key, type: typeName(value) };
    values.push([key, text]);
  }
  return { kind: 'returned', values };
}

function entriesOf(result: unknown): readonly (readonly [unknown, unknown])[] | undefined {
  if (result instanceof Map) return [...result];
  if (typeof result !== 'object' || result === null) return undefined;
  const prototype: unknown = Object.getPrototypeOf(result);
  return prototype === null || prototype === Object.prototype ? Object.entries(result) : undefined;
}

/** What a message calls the type: `null`, `number`, `Array`, the name of a class. */
function typeName(value: unknown): string {
  if (typeof value !== 'object') return typeof value;
  if (value === null) return 'null';
  const made: unknown = Reflect.get(value, 'constructor');
  return typeof made === 'function' && made.name !== '' ? made.name : 'object';
}
