import type { NameExpression } from '../expression';
import type { PythonSource } from '../pythonSource';
import { readExpression } from './readExpression';

/** The plain names that a text of targets assigns to; nothing where it is anything but names. */
export function readTargets(python: PythonSource): readonly NameExpression[] | undefined {
  const { expression, faults } = readExpression(python);
  if (faults.length > 0) return undefined;
  const items = expression.kind === 'tuple' && expression.items.length > 1 ? expression.items : [expression];
  const names = items.flatMap((item) => (item.kind === 'name' ? [item] : []));
  return names.length === items.length ? names : undefined;
}
