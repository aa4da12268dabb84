import { assign, name } from '../code/build';
import type { Expression } from '../code/code';
import { DEFAULT_EXPORT, type JavaScriptContext } from './context';

/** Translates `module.exports = value` and `exports.name = value`; nothing where `path` is another target. */
export function commonExport({ exported }: JavaScriptContext, path: string, value: Expression): Expression | undefined {
  if (WHOLE.has(path)) return wholeExport(exported, value);
  const named = /^(?:module\.)?exports\.(.+)$/su.exec(path)?.[1];
  if (named === undefined || named.includes('.')) return undefined;
  addExport(exported, named, value);
  return value;
}

const WHOLE: ReadonlySet<string> = new Set(['module.exports', 'module.exports.default', 'exports.default']);

/** An object of which each key is known is what the names are that the module gives out. */
function wholeExport(exported: Map<string, Expression>, value: Expression): Expression {
  const isTable = value.kind === 'dictionary' && value.entries.length > 0;
  const members = isTable ? value.entries.flatMap((entry) => (entry.kind === 'entry' ? [entry] : [])) : [];
  const names = members.flatMap(({ key, value: member }) =>
    key.kind === 'text' ? [[key.value, member] as const] : [],
  );
  if (!isTable || names.length < value.entries.length)
    return { kind: 'either', choices: [assign(name(DEFAULT_EXPORT), value)] };
  for (const [member, given] of names) addExport(exported, member, given);
  const table = assign(name(DEFAULT_EXPORT), { kind: 'dictionary', entries: [] });
  return { kind: 'sequence', parts: [...names.map(([, given]) => given), { kind: 'either', choices: [table] }] };
}

function addExport(exported: Map<string, Expression>, member: string, value: Expression): void {
  const before = exported.get(member);
  exported.set(member, before ? { kind: 'either', choices: [before, value] } : value);
}
