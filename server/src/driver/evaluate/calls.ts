import type { Call, Member } from '../code/code';
import { argumentsOf, bindParameters, NO_ARGUMENTS } from './arguments';
import type { Arguments, LibraryCall, LibraryFunction } from './language';
import type { CallPlace, Machine } from './machine';
import { findMember, instanceOf, memberOf } from './members';
import { escape, escapeArguments, leak, leakFunctions } from './memory';
import { Scope } from './scope';
import { type Atom, type ClassAtom, type Closure, join, only, PLAIN_VALUE, UNKNOWN_VALUE, type Value } from './values';

/** What a call gives, once all that it does is done. */
export function evaluateCall(machine: Machine, call: Call, scope: Scope): Value {
  const { callee } = call;
  const object = callee.kind === 'member' ? machine.evaluate(callee.object, scope) : undefined;
  const functions = object ? undefined : machine.evaluate(callee, scope);
  const libraryCall = { machine, call, scope, given: argumentsOf(machine, call, scope) };
  const results: Value[] = [];
  for (const atom of object ?? []) if (callee.kind === 'member') results.push(callMember(atom, callee, libraryCall));
  for (const atom of functions ?? []) results.push(callAtom(atom, libraryCall));
  return results.length > 0 ? join(...results) : callUnknown(libraryCall);
}

function callMember(object: Atom, { name }: Member, call: LibraryCall): Value {
  const { language } = call.machine;
  switch (object.kind) {
    case 'dictionary': {
      const method = language.dictionaryMethod(name.value);
      if (method) return callLibrary((given) => method(object, given), call);
      break;
    }
    case 'list': {
      const method = language.listMethod(name.value);
      if (method) return method(object, call);
      break;
    }
    case 'text':
      return callLibrary(() => PLAIN_VALUE, call);
    case 'plain':
    case 'unknown':
    case 'network-key': {
      const method = language.methodOfUnknown(name.value);
      return method ? method(call) : callUnknown(call);
    }
    case 'closure':
      break;
    case 'outside':
    case 'module':
      return join(...[...memberOf(call.machine, object, name.value)].map((atom) => callAtom(atom, call)));
    default:
      return callOwnMethod([...memberOf(call.machine, object, name.value)], call);
  }
  escape(call.machine, only(object));
  return callUnknown(call);
}

/** What a method of another file does with the dictionary that it is given is not known, but it most likely gives it back. */
function callOwnMethod(methods: readonly Atom[], call: LibraryCall): Value {
  const result = join(...methods.map((atom) => callAtom(atom, call)));
  if (methods.every(({ kind }) => kind !== 'unknown')) return result;
  const given = [...join(...call.given.positional)].filter(({ kind }) => kind === 'dictionary');
  return join(result, new Set(given));
}

function callAtom(atom: Atom, call: LibraryCall): Value {
  call.machine.seen.called(call.call, atom);
  if (atom.kind === 'closure') return callClosure(atom, call);
  if (atom.kind === 'class') return makeInstance(atom, call);
  const known = atom.kind === 'outside' ? call.machine.language.functionAt(atom.path) : undefined;
  return known ? callLibrary(known, call) : callUnknown(call);
}

function callLibrary(known: LibraryFunction, call: LibraryCall): Value {
  const result = known(call);
  leakFunctions(call.machine, call.given);
  return result;
}

function callUnknown({ machine, given }: LibraryCall): Value {
  escapeArguments(machine, given);
  return UNKNOWN_VALUE;
}

function callClosure(closure: Closure, { machine, given, call, scope }: LibraryCall): Value {
  return machine.call(closure, given, { place: call, isAwaited: call.awaited, scope });
}

function makeInstance(of: ClassAtom, call: LibraryCall): Value {
  const { machine } = call;
  const isKnown = !of.altered && !of.code.unusual && !of.ancestors.includes('outside');
  if (!isKnown || machine.language.decisiveMembers.some((member) => findMember(machine, of, member)))
    return callUnknown(call);
  const instance = instanceOf(of);
  if (findMember(machine, of, machine.language.initializer))
    for (const atom of memberOf(machine, instance, machine.language.initializer)) callAtom(atom, call);
  return only(instance);
}

/** What a member gives that was looked up: a getter is called for it. */
export function gotten(machine: Machine, member: Value, from: CallPlace): Value {
  const isGetter = (atom: Atom): atom is Closure =>
    atom.kind === 'closure' && atom.role === 'getter' && !!atom.receiver;
  const atoms = [...member];
  if (!atoms.some(isGetter)) return member;
  return join(...atoms.map((atom) => (isGetter(atom) ? machine.call(atom, NO_ARGUMENTS, from) : only(atom))));
}

/** Calls a function of this file: runs its code on the arguments. */
export function runClosure(machine: Machine, closure: Closure, given: Arguments, from: CallPlace): Value {
  const { code } = closure;
  const isRecursion = machine.running.has(code);
  if (code.broken || isRecursion) machine.giveUp();
  if (code.isGenerator || isRecursion) {
    leak(machine, closure);
    escapeArguments(machine, given);
    return UNKNOWN_VALUE;
  }
  const isLate = code.isAsync && !from.isAwaited;
  // When it is over along a path is not told.
  if (isLate && machine.path) machine.giveUp();
  if (isLate) leak(machine, closure);
  const act = (): Value => runCode(machine, closure, given, from);
  const result = isLate ? machine.maybe(from.scope.frame, act) : act();
  if (!closure.wrapped) return result;
  escapeArguments(machine, given);
  return join(result, UNKNOWN_VALUE);
}

function runCode(machine: Machine, closure: Closure, given: Arguments, from: CallPlace): Value {
  const { code, owner, receiver } = closure;
  const method = owner && receiver ? { owner, receiver } : closure.scope.frame.method;
  const frame = from.scope.frame.frameOf(from.place, code, method);
  const scope = frame.scopes.at(code, () => new Scope(frame, closure.scope, code.locals));
  const { receiverIsParameter } = machine.language;
  if (receiver && !receiverIsParameter) scope.variables.set('this', only(receiver));
  bindParameters(machine, closure, receiver && receiverIsParameter ? [only(receiver)] : [], given, scope);
  const { doubt } = machine;
  machine.running.add(code);
  let endsEarly: boolean;
  try {
    endsEarly = machine.run(code.body, scope);
  } finally {
    machine.running.delete(code);
  }
  // What may have returned early is over now, whichever way.
  machine.doubt = doubt;
  return endsEarly ? frame.returned : join(frame.returned, PLAIN_VALUE);
}
