import type { Machine } from './machine';
import { memberOfModule } from './modules';
import { Places } from './scope';
import {
  type Atom,
  type ClassAtom,
  type ClassLink,
  type Closure,
  type Instance,
  join,
  NOTHING,
  only,
  UNKNOWN_VALUE,
  type Value,
} from './values';

/** Longer lines of ancestors are not followed. */
const MAX_ANCESTORS = 30;

/**
 * The classes in which a member is looked up after the class itself: Python's method resolution order. `bases` stand in
 * the order of the source.
 */
export function ancestorsOf(bases: readonly ClassLink[]): readonly ClassLink[] {
  let lists = [...bases.map((base) => (base === 'outside' ? [base] : resolutionOrder(base))), bases];
  const order: ClassLink[] = [];
  while ((lists = lists.filter((list) => list.length > 0)).length > 0) {
    const next = lists.flatMap((list) => list.slice(0, 1)).find((head) => isNext(head, lists));
    if (next === undefined || order.length === MAX_ANCESTORS) return ['outside'];
    order.push(next);
    lists = lists.map((list) => (list[0] === next ? list.slice(1) : list));
  }
  return order;
}

function isNext(head: ClassLink, lists: readonly (readonly ClassLink[])[]): boolean {
  return head === 'outside' || lists.every((list) => !list.includes(head, 1));
}

export function resolutionOrder(of: ClassAtom): readonly ClassLink[] {
  return [of, ...of.ancestors];
}

/** Where a member was found, and what it may be. */
export interface FoundMember {
  readonly value: Value;
  /** How many classes come before the one that has it. */
  readonly index: number;
}

/** Looks a member up in the classes of this file, from `start` on. */
export function findMember(machine: Machine, of: ClassAtom, member: string, start = 0): FoundMember | undefined {
  let isSure = !machine.setMembers.has(member);
  for (let index = start; index <= of.ancestors.length; index++) {
    const link = index === 0 ? of : of.ancestors[index - 1];
    if (link === 'outside') isSure = false;
    const value = link && link !== 'outside' ? machine.forced(link.members.variables.get(member) ?? NOTHING) : NOTHING;
    if (value.size > 0) return { value: isSure ? value : join(value, UNKNOWN_VALUE), index };
  }
  return undefined;
}

/** `object.member` of one of the things that are followed; for any other it is unknown. */
export function memberOf(machine: Machine, object: Atom, member: string): Value {
  switch (object.kind) {
    case 'instance':
      return bound(machine, findMember(machine, object.of, member), object);
    case 'class':
      return bound(machine, findMember(machine, object, member), object);
    case 'super': {
      const of = object.receiver.kind === 'class' ? object.receiver : object.receiver.of;
      const owner = resolutionOrder(of).indexOf(object.owner);
      return owner < 0 ? UNKNOWN_VALUE : bound(machine, findMember(machine, of, member, owner + 1), object.receiver);
    }
    case 'module':
      return memberOfModule(machine, object, member);
    case 'outside':
      return only(machine.outsideAt(`${object.path}.${member}`));
    default:
      return UNKNOWN_VALUE;
  }
}

function bound(machine: Machine, found: FoundMember | undefined, receiver: Instance | ClassAtom): Value {
  if (!found) return UNKNOWN_VALUE;
  return new Set([...found.value].map((atom) => (atom.kind === 'closure' ? bind(machine, atom, receiver) : atom)));
}

const bindings = new WeakMap<Closure, Places<Instance | ClassAtom, Closure>>();

function bind(machine: Machine, closure: Closure, receiver: Instance | ClassAtom): Closure {
  if (closure.role === 'static') return closure;
  const to = closure.role === 'class' && receiver.kind === 'instance' ? receiver.of : receiver;
  // A function of a Python class that is looked up in the class itself gets its `self` from the caller.
  if (to.kind === 'class' && closure.role !== 'class' && machine.language.receiverIsParameter) return closure;
  let places = bindings.get(closure);
  if (!places) bindings.set(closure, (places = new Places()));
  return places.at(to, () => ({ ...closure, receiver: to }));
}

const instances = new WeakMap<ClassAtom, Instance>();

/** The objects of a class are not told apart: what is kept in them is not followed. */
export function instanceOf(of: ClassAtom): Instance {
  let instance = instances.get(of);
  if (!instance) instances.set(of, (instance = { kind: 'instance', of }));
  return instance;
}
