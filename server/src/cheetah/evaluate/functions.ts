import { pythonTypeName, type PythonValue } from '../../pythonValue';
import { pythonStr } from '../../pythonText';
import { lengthOf } from '../python/sequences';
import { NameNotFound, Refusal } from './refusal';
import type { Scope } from './scope';

type TemplateFunction = (scope: Scope, values: readonly PythonValue[]) => PythonValue;

/** Cheetah's own functions, which are called with `$`. */
export const TEMPLATE_FUNCTIONS: ReadonlyMap<string, TemplateFunction> = new Map<string, TemplateFunction>([
  ['getVar', getVar],
  ['hasVar', hasVar],
  ['varExists', hasVar],
]);

/** Python's functions, with `$` and without. */
export const PYTHON_FUNCTIONS: ReadonlyMap<string, (value: PythonValue) => PythonValue> = new Map<
  string,
  (value: PythonValue) => PythonValue
>([
  ['len', (value) => BigInt(lengthOf(value))],
  ['str', pythonStr],
]);

function getVar(scope: Scope, values: readonly PythonValue[]): PythonValue {
  const [name, fallback] = values;
  if (values.length > 2) throw new Refusal("'getVar' takes a name and a default.");
  const dotted = nameOf(name);
  const value = scope.getVar(dotted);
  if (value !== undefined) return value;
  if (fallback === undefined) throw new NameNotFound(dotted);
  return fallback;
}

function hasVar(scope: Scope, values: readonly PythonValue[]): PythonValue {
  if (values.length > 1) throw new Refusal('This function takes a name alone.');
  return scope.getVar(nameOf(values[0])) !== undefined;
}

function nameOf(value: PythonValue | undefined): string {
  if (typeof value === 'string') return value;
  const given = value === undefined ? 'none' : pythonTypeName(value);
  throw new Refusal(`This function takes a name as text, and gets ${given}.`);
}
