import type { Call, Expression } from '../code/code';
import type { Parents } from '../code/parents';
import type { Part } from '../code/walk';
import type { Sightings } from './sightings';
import type { Atom, Dictionary } from './values';

/** Methods of a dictionary whose first argument is a key. */
export const KEY_METHODS: ReadonlySet<string> = new Set([
  ...['get', 'pop', 'setdefault', 'has_key', 'hasOwnProperty'],
  ...['__getitem__', '__setitem__', '__delitem__', '__contains__'],
]);

/** Methods that ask for no key by its name. */
const NAMELESS_METHODS: ReadonlySet<string> = new Set([
  'update',
  'items',
  'keys',
  'values',
  'copy',
  'iteritems',
  'clear',
]);
/** Methods that put what they are given into a list, or hand what it holds to a function. */
const LIST_METHODS: ReadonlySet<string> = new Set([
  ...['append', 'extend', 'add', 'insert', 'copy', 'union', 'update'],
  ...['push', 'concat', 'slice', 'forEach', 'map', 'flatMap', 'filter'],
]);
/** Functions that give a list, or the keys of a dictionary, of what they are given. */
const PASSING_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['list', 'tuple', 'set', 'frozenset', 'sorted', 'zip', 'enumerate', 'reversed', 'dict.fromkeys'],
  ...['Object.freeze', 'Set', 'Array.from', 'super'],
]);
const DICTIONARY_MAKERS: ReadonlySet<string> = new Set(['dict', 'collections.OrderedDict']);
/** Functions that ask a dictionary for no key by its name. */
const NAMELESS_FUNCTIONS: ReadonlySet<string> = new Set([
  ...['dict', 'collections.OrderedDict', 'copy.copy', 'copy.deepcopy', 'len', 'bool', 'isinstance', 'list', 'sorted'],
  ...['print', 'str', 'repr', 'json.dumps', 'console.log', 'JSON.stringify', 'Object.keys', 'Object.entries'],
  ...['Object.assign', 'Object.freeze', 'structuredClone', 'Object.fromEntries', 'Promise.resolve'],
]);

/** Tells of expressions that hold a key, or a dictionary with it, whether what stands around them is followed. */
export class Roles {
  constructor(
    private readonly parents: Parents,
    private readonly seen: Sightings,
    /** The dictionaries whose keys are asked about. */
    private readonly family: ReadonlySet<Dictionary>,
  ) {}

  /** Whether a string is nothing but a key of the family there, or is handed on; `isList` says that a list holds it. */
  followsKey(node: Part, isList: boolean): boolean {
    const parent = this.parents.get(node);
    switch (parent?.kind) {
      case 'do':
      case 'return':
      case 'for':
      case 'list':
      case 'spread':
      case 'element':
      case 'either':
      case 'sequence':
      case 'each':
      case 'function':
        return true;
      case 'item':
        return parent.key === node ? this.isFamily(parent.object) : isList;
      case 'contains':
        return parent.key === node && this.isFamily(parent.object);
      case 'member':
        return parent.name === node ? this.isFamily(parent.object) : isList && this.isListMethod(parent);
      case 'entry':
        return parent.key === node && this.isFamilyEntry(parent);
      case 'call':
        return this.followsKeyIn(parent, node, isList);
      case 'assign':
        return parent.value === node && (parent.target.kind === 'name' || parent.target.kind === 'list');
      case 'combine':
      case 'extend':
        return isList;
      default:
        return false;
    }
  }

  /** Whether each key that a dictionary is asked for there is known by its name. */
  followsDictionary(node: Expression): boolean {
    const parent = this.parents.get(node);
    switch (parent?.kind) {
      case 'do':
      case 'return':
      case 'for':
      case 'either':
      case 'sequence':
      case 'combine':
      case 'element':
      case 'each':
      case 'extend':
        return true;
      case 'item':
      case 'contains':
        return parent.object === node && this.areTexts(parent.key);
      case 'member':
        return this.followsMember(parent);
      case 'spread':
        return this.followsSpread(parent);
      case 'call':
        return this.callsOnly(parent, NAMELESS_FUNCTIONS) || this.isUpdate(parent);
      case 'assign':
        return parent.value === node && (parent.target.kind === 'name' || parent.target.kind === 'list');
      default:
        return false;
    }
  }

  private followsKeyIn(call: Call, node: Part, isList: boolean): boolean {
    const { callee, positional } = call;
    if (callee === node) return false;
    if (callee.kind === 'member' && positional[0] === node && KEY_METHODS.has(callee.name.value))
      return this.isFamily(callee.object) || (!isList && this.callsOnly(call, new Set()));
    if (callee.kind === 'member' && this.isListMethod(callee)) return true;
    return this.callsOnly(call, PASSING_FUNCTIONS);
  }

  /** Whether all that is called is code that was read, or one of these. */
  private callsOnly(call: Call, paths: ReadonlySet<string>): boolean {
    const called = this.seen.callsOf(call);
    const isKnown = (atom: Atom): boolean =>
      (atom.kind === 'closure' && !atom.wrapped) || (atom.kind === 'outside' && paths.has(atom.path));
    return called.length > 0 && called.every(isKnown);
  }

  private isListMethod(member: Extract<Part, { kind: 'member' }>): boolean {
    const objects = this.seen.of(member.object);
    return LIST_METHODS.has(member.name.value) && objects.length > 0 && objects.every(({ kind }) => kind === 'list');
  }

  /** `key: value` of a dictionary of the family, or `key=value` of a call that makes or changes one. */
  private isFamilyEntry(entry: Part): boolean {
    const parent = this.parents.get(entry);
    if (parent?.kind === 'dictionary') return this.isFamily(parent);
    if (parent?.kind !== 'call') return false;
    return this.isUpdate(parent)
      ? this.isFamily(parent.callee.object)
      : this.isFamily(parent) && this.makesDictionary(parent);
  }

  private makesDictionary(call: Call): boolean {
    const called = this.seen.callsOf(call);
    return called.length > 0 && called.every((atom) => atom.kind === 'outside' && DICTIONARY_MAKERS.has(atom.path));
  }

  private isUpdate(call: Call): call is Call & { readonly callee: Extract<Expression, { kind: 'member' }> } {
    const { callee } = call;
    if (callee.kind !== 'member' || callee.name.value !== 'update') return false;
    const objects = this.seen.of(callee.object);
    return objects.length > 0 && objects.every(({ kind }) => kind === 'dictionary');
  }

  private followsMember(member: Extract<Part, { kind: 'member' }>): boolean {
    const parent = this.parents.get(member);
    const isMethod = parent?.kind === 'call' && parent.callee === member;
    // In JavaScript it asks for the key of that name.
    if (!isMethod) return true;
    const [key] = parent.positional;
    if (KEY_METHODS.has(member.name.value)) return key !== undefined && key.kind !== 'spread' && this.areTexts(key);
    return NAMELESS_METHODS.has(member.name.value);
  }

  private followsSpread(spread: Part): boolean {
    const parent = this.parents.get(spread);
    if (parent?.kind === 'dictionary') return true;
    return parent?.kind === 'call' && (this.makesDictionary(parent) || this.isUpdate(parent));
  }

  private areTexts(key: Expression): boolean {
    const atoms = this.seen.of(key);
    return atoms.length > 0 && atoms.every(({ kind }) => kind === 'text');
  }

  /** Whether an expression gives dictionaries of the family, and nothing else. */
  private isFamily(object: Expression): boolean {
    const atoms = this.seen.of(object);
    return atoms.length > 0 && atoms.every((atom) => atom.kind === 'dictionary' && this.family.has(atom));
  }
}
