import type { Language } from '../evaluate/language';
import { DICTIONARY_METHODS, functionAt, LIST_METHODS, READING_FUNCTIONS } from './library';
import { moduleOf, parsePython } from './module';

/** Names and members with which code changes code. */
const EVASIONS: ReadonlySet<string> = new Set([
  'exec',
  'eval',
  'globals',
  'locals',
  'vars',
  'setattr',
  'delattr',
  'builtins',
  '_getframe',
  'f_locals',
  'f_globals',
  '__builtins__',
  '__dict__',
  '__bases__',
  '__code__',
  '__globals__',
  '__setattr__',
  '__delattr__',
]);

/** What the evaluation has to know of Python. */
export const python: Language = {
  translate: (source, parsed) => moduleOf(source, parsePython(source, parsed).root),
  membersAreKeys: false,
  receiverIsParameter: true,
  outputNames: ['output_keys', 'outputKeys'],
  emptyBases: new Set(['object']),
  methodDecorators: new Map([
    ['staticmethod', 'static'],
    ['classmethod', 'class'],
    ['property', 'getter'],
    ['abc.abstractmethod', 'method'],
    ['typing.override', 'method'],
    ['typing.final', 'method'],
  ]),
  classDecorators: new Set(['type', 'abc.ABCMeta', 'typing.final', 'dataclasses.dataclass']),
  initializer: '__init__',
  decisiveMembers: ['__getattr__', '__getattribute__', '__new__', '__init_subclass__', '__metaclass__', '__class__'],
  isEvasion: (part) =>
    (part.kind === 'name' && EVASIONS.has(part.name)) || (part.kind === 'member' && EVASIONS.has(part.name.value)),
  uses: {
    functions: new Set([
      ...READING_FUNCTIONS,
      ...['dict', 'list', 'tuple', 'set', 'frozenset', 'sorted', 'zip', 'enumerate', 'reversed'],
    ]),
    methods: new Set([
      ...['get', 'items', 'keys', 'values', 'copy', 'iteritems', 'iterkeys', 'itervalues', 'has_key'],
      ...['index', 'count', 'union', '__contains__', '__len__', '__getitem__'],
    ]),
    takingMethods: new Set(['update', 'extend', 'union', 'join', 'format', 'fromkeys', 'copy', 'deepcopy']),
    mergingMethods: new Set(),
    membersAreKeys: false,
  },
  functionAt,
  dictionaryMethod: (name) => DICTIONARY_METHODS.get(name),
  listMethod: (name) => LIST_METHODS.get(name),
  methodOfUnknown: () => undefined,
};
