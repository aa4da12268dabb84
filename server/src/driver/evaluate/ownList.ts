import type { Expression, ListDisplay, Statement } from '../code/code';
import type { ModuleCode } from '../code/module';
import { visitParts } from '../code/walk';
import type { KeyInsertion, OutputKey } from '../declaration';
import type { ClassAtom } from './values';

/** What the module's top level sets a member to, by the class's name and the member's. */
export type MemberValues = ReadonlyMap<string, ReadonlyMap<string, readonly Expression[]>>;

/** Collects `Name.member = value` outside of functions. */
export function memberValues({ body }: ModuleCode): MemberValues {
  const values = new Map<string, Map<string, Expression[]>>();
  visitParts(body, (part) => {
    if (part.kind !== 'assign' || part.target.kind !== 'member' || part.target.object.kind !== 'name') return false;
    const { object, name } = part.target;
    const members = values.get(object.name) ?? new Map<string, Expression[]>();
    const before = members.get(name.value) ?? [];
    before.push(part.value);
    values.set(object.name, members.set(name.value, before));
    return false;
  });
  return values;
}

/** Where one more key goes: into the class's own list of output keys, or into one that is made for it. */
export function keyInsertionOf(
  { code }: ClassAtom,
  keys: readonly OutputKey[],
  text: string,
  outputNames: readonly string[],
  setOutside: MemberValues,
): KeyInsertion | undefined {
  const outside = setOutside.get(code.name);
  const own = outputNames.flatMap((name) => [...assigned(code.body, name), ...(outside?.get(name) ?? [])]);
  const [only] = own;
  if (only && own.length === 1) return listIn(only)?.insertion?.();
  const [first] = keys;
  const quote = first && text.charAt(first.span.start - 1) === '"' ? '"' : "'";
  return only
    ? undefined
    : code.makeList(
        keys.map(({ key }) => key),
        quote,
      );
}

/** All that a class's body sets one of its members to. */
function assigned(body: readonly Statement[], member: string): Expression[] {
  const values: Expression[] = [];
  visitParts(body, (part) => {
    if (part.kind === 'assign' && part.target.kind === 'name' && part.target.name === member) values.push(part.value);
    if (part.kind === 'extend' && part.target.kind === 'name' && part.target.name === member) values.push(part, part);
    return false;
  });
  return values;
}

/** The list literal that a list of output keys is made of, or its last one. */
function listIn(expression: Expression): ListDisplay | undefined {
  switch (expression.kind) {
    case 'list':
      return expression;
    case 'assign':
      return listIn(expression.value);
    case 'combine':
      return listIn(expression.right) ?? listIn(expression.left);
    case 'call': {
      const [value, ...further] = expression.positional;
      const isCopy = isListMaker(expression.callee) && further.length === 0;
      return isCopy && value && value.kind !== 'spread' ? listIn(value) : undefined;
    }
    default:
      return undefined;
  }
}

/** `frozenset(…)`, `Object.freeze(…)` and the like give a list with the same items. */
function isListMaker(callee: Expression): boolean {
  if (callee.kind === 'name') return ['list', 'tuple', 'set', 'frozenset', 'Set'].includes(callee.name);
  return callee.kind === 'member' && callee.name.value === 'freeze';
}
