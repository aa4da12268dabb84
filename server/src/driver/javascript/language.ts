import type { Part } from '../code/walk';
import type { Language } from '../evaluate/language';
import { DICTIONARY_METHODS, functionAt, READING_FUNCTIONS } from './library';
import { listMethod, methodOfUnknown } from './listMethods';
import { moduleOf } from './module';
import { parseJavaScript } from './parse';

/** Names and members with which code changes code, or reaches variables by the way. */
const EVASIONS: ReadonlySet<string> = new Set([
  'arguments',
  'eval',
  'global',
  'globalThis',
  'Function',
  'Proxy',
  'Reflect',
  '__proto__',
  '__defineGetter__',
  '__defineSetter__',
  'defineProperty',
  'defineProperties',
  'setPrototypeOf',
]);

/** What the evaluation has to know of JavaScript. */
export const javascript: Language = {
  translate: (source, parsed) => moduleOf(source, parseJavaScript(source, parsed)),
  membersAreKeys: true,
  receiverIsParameter: false,
  outputNames: ['outputKeys', 'output_keys'],
  emptyBases: new Set(['Object']),
  methodDecorators: new Map([
    ['get', 'getter'],
    ['static', 'class'],
  ]),
  classDecorators: new Set(),
  initializer: 'constructor',
  decisiveMembers: [],
  isEvasion,
  uses: {
    functions: new Set([...READING_FUNCTIONS, 'Set', 'structuredClone']),
    methods: new Set([
      ...['every', 'filter', 'find', 'findIndex', 'flatMap', 'forEach', 'map', 'reduce', 'some', 'slice', 'concat'],
      ...['includes', 'indexOf', 'join', 'has', 'at', 'values', 'entries', 'hasOwnProperty', 'toString'],
    ]),
    takingMethods: new Set([
      'concat',
      'keys',
      'entries',
      'values',
      'fromEntries',
      'from',
      'stringify',
      'isArray',
      'log',
    ]),
    mergingMethods: new Set(['assign']),
    membersAreKeys: true,
  },
  functionAt,
  dictionaryMethod: (name) => DICTIONARY_METHODS.get(name),
  listMethod,
  methodOfUnknown,
};

function isEvasion(part: Part): boolean {
  if (part.kind === 'name') return EVASIONS.has(part.name);
  if (part.kind === 'member') return EVASIONS.has(part.name.value) || isPrototype(part);
  return part.kind === 'call' && setsMembersOfThis(part);
}

/** `Name.prototype`; that of `Object` is asked for its methods only. */
function isPrototype({ object, name }: Extract<Part, { kind: 'member' }>): boolean {
  return name.value === 'prototype' && !(object.kind === 'name' && object.name === 'Object');
}

/** `Object.assign(this, …)` */
function setsMembersOfThis({ callee, positional }: Extract<Part, { kind: 'call' }>): boolean {
  const [target] = positional;
  return (
    callee.kind === 'member' && callee.name.value === 'assign' && target?.kind === 'name' && target.name === 'this'
  );
}
