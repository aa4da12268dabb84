import { isDictionary, pythonTypeName, type PythonValue } from '../../pythonValue';
import { TYPE_ATTRIBUTES } from './definedNames';
import { NameNotFound, Refusal } from './refusal';

/** Refuses names that begin with two underscores: Python has some of its own, and renames others. */
export function refuseReserved(name: string): void {
  if (name.startsWith('__')) throw new Refusal(`'${name}' is not understood: names that begin with '__' are Python's.`);
}

/** `value.name` behind a name with `$`: the key of a dict, else Python's attribute, which is not understood. */
export function memberOf(value: PythonValue, name: string): PythonValue {
  refuseReserved(name);
  const item = isDictionary(value) ? value.get(name) : undefined;
  if (item !== undefined) return item;
  refuseAttribute(value, name);
  throw new NameNotFound(name);
}

/** `value.name` behind a name without `$`: Python's attribute alone. */
export function attributeOf(value: PythonValue, name: string): never {
  refuseReserved(name);
  refuseAttribute(value, name);
  throw new Refusal(`A ${pythonTypeName(value)} has no '${name}' where the name in front stands without '$'.`);
}

function refuseAttribute(value: PythonValue, name: string): void {
  const type = pythonTypeName(value);
  if (TYPE_ATTRIBUTES.get(type)?.has(name))
    throw new Refusal(`'${name}' is what Python has for every ${type}: that is not understood.`);
}
