import type { Span } from '../../text/span';
import type { KeyInsertion } from '../declaration';
import type { FactTest, Import, ImportAll, Name, Outside, Text, Unread } from './leaf';

export type { Import, ImportAll, Name, Outside, Text, Unread } from './leaf';

/**
 * The small language that both readers translate a driver's source into: only what decides which keys a dictionary
 * has. What a construct of Python or JavaScript does beyond that is left out; what it may do to a dictionary is not.
 */

/** A value that is no dictionary and no known key, such as a number or an f-string. `parts` are evaluated for what they do. */
export interface Plain {
  readonly kind: 'plain';
  readonly parts: readonly Expression[];
}

/** A value that reading cannot tell. What `parts` give may end up anywhere. */
export interface Unknown {
  readonly kind: 'unknown';
  readonly parts: readonly Expression[];
}

/** `object.name` */
export interface Member {
  readonly kind: 'member';
  readonly object: Expression;
  readonly name: Text;
}

/** `object[key]` */
export interface Item {
  readonly kind: 'item';
  readonly object: Expression;
  readonly key: Expression;
}

/** `key: value` of a dictionary, or `key=value` of a call. In a pattern, `value` is the target. */
export interface Entry {
  readonly kind: 'entry';
  readonly key: Expression;
  readonly value: Expression;
}

/** `*value`, `**value` or `...value` */
export interface Spread {
  readonly kind: 'spread';
  readonly value: Expression;
}

export interface DictionaryDisplay {
  readonly kind: 'dictionary';
  readonly entries: readonly (Entry | Spread)[];
}

/** A list, tuple, set or array. As a target it takes a list apart. */
export interface ListDisplay {
  readonly kind: 'list';
  readonly items: readonly (Expression | Spread)[];
  /** Tells where one more string goes, if the source has room for it. */
  readonly insertion?: () => KeyInsertion | undefined;
}

/** One of the choices; which one is not known. */
export interface Either {
  readonly kind: 'either';
  readonly choices: readonly Expression[];
  /** Whether the first choice is taken where it is true (`or`) or false (`and`), and else the second one. */
  readonly how?: 'or' | 'and';
}

/** Every part in turn; the value is the last one's. */
export interface Sequence {
  readonly kind: 'sequence';
  readonly parts: readonly Expression[];
}

/** `left + right` or `left | right`: a new list or dictionary with what both hold. */
export interface Combine {
  readonly kind: 'combine';
  readonly left: Expression;
  readonly right: Expression;
}

/** `key in object` */
export interface Contains {
  readonly kind: 'contains';
  readonly key: Expression;
  readonly object: Expression;
}

export interface Call {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly positional: readonly (Expression | Spread)[];
  readonly keywords: readonly (Entry | Spread)[];
  /** Whether the call is waited for; a call that is not may still be under way at any later point. */
  readonly awaited: boolean;
}

/** `target = value`. Inside a target it means a target with a default. */
export interface Assign {
  readonly kind: 'assign';
  readonly target: Expression;
  readonly value: Expression;
}

/** `target += value` or `target |= value`: changes a list or dictionary in its place. */
export interface Extend {
  readonly kind: 'extend';
  readonly target: Expression;
  readonly value: Expression;
}

/** `del target` */
export interface Remove {
  readonly kind: 'remove';
  readonly target: Expression;
}

/** Any one item of a list, or key of a dictionary. */
export interface Element {
  readonly kind: 'element';
  readonly source: Expression;
}

/** A comprehension: what `display` gives, for each time that `steps` are taken. `names` are its own variables. */
export interface Each {
  readonly kind: 'each';
  readonly names: readonly string[];
  readonly steps: readonly Expression[];
  readonly display: DictionaryDisplay | ListDisplay;
  /** Whether a condition may leave elements out. */
  readonly isFiltered: boolean;
}

export interface FunctionExpression {
  readonly kind: 'function';
  readonly code: FunctionCode;
}

export interface ClassExpression {
  readonly kind: 'class';
  readonly code: ClassCode;
}

/** A function with its decorators, the outermost first. */
export interface Decorated {
  readonly kind: 'decorated';
  readonly decorators: readonly Expression[];
  readonly value: FunctionExpression;
}

export type Expression =
  | Text
  | Plain
  | Unknown
  | Unread
  | Name
  | Outside
  | Import
  | Member
  | Item
  | DictionaryDisplay
  | ListDisplay
  | Either
  | Sequence
  | Combine
  | Contains
  | Call
  | Assign
  | Extend
  | Remove
  | Element
  | Each
  | FunctionExpression
  | ClassExpression
  | Decorated;

/** How a parameter takes its arguments: one, all further positional ones, or all further keywords. */
export type ParameterRole = 'one' | 'rest' | 'keywords';

export interface Parameter {
  readonly name: string;
  readonly role: ParameterRole;
  /** Evaluated once, where the function is made. */
  readonly defaultValue?: Expression;
}

export interface FunctionCode {
  readonly parameters: readonly Parameter[];
  /** The variables that belong to the function, its parameters among them. */
  readonly locals: readonly string[];
  readonly body: readonly Statement[];
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
  /** Whether a part of it could not be understood. */
  readonly broken: boolean;
}

export interface ClassCode {
  /** Empty for a class without a name of its own. */
  readonly name: string;
  readonly nameSpan: Span;
  /** Of the text that it stands in. */
  readonly uri: string;
  readonly bases: readonly (Expression | Spread)[];
  /** `metaclass=…` and the like. */
  readonly keywords: readonly (Entry | Spread)[];
  readonly decorators: readonly Expression[];
  /** The variables of the body, which are the members of the class. */
  readonly members: readonly string[];
  readonly body: readonly Statement[];
  /** Whether a member has a name that only running tells, or making an instance can give anything. */
  readonly unusual: boolean;
  /** Whether a part of it could not be understood. */
  readonly broken: boolean;
  /** Where a list of output keys is made that holds `keys` and one more; nothing where there is no room for it. */
  readonly makeList: (keys: readonly string[], quote: string) => KeyInsertion | undefined;
}

/** What a condition asks whose answer may be known along a path. `yes` is the one of two choices that runs where it is true. */
export type Test = PresenceTest | EqualityTest | FactTest;

/** Whether a dictionary or list has a key. */
export interface PresenceTest {
  readonly kind: 'presence';
  readonly object: Expression;
  readonly key: Expression;
  readonly yes: 0 | 1;
  /** Whether the value decides as well, as in `if network.get('key'):`. */
  readonly asksValue: boolean;
  readonly fact?: string;
  readonly names?: readonly string[];
}

export interface EqualityTest {
  readonly kind: 'equality';
  readonly left: Expression;
  readonly right: Expression;
  readonly yes: 0 | 1;
}

export type Statement =
  | { readonly kind: 'do'; readonly value: Expression }
  | { readonly kind: 'return'; readonly value: Expression }
  /** Leaves the function with an error, the innermost loop or `switch`, or its round. */
  | { readonly kind: 'leave'; readonly what: 'function' | 'loop' | 'round' }
  /** A block with variables of its own. */
  | { readonly kind: 'block'; readonly names: readonly string[]; readonly body: readonly Statement[] }
  /** What runs whole, in part, or not at all. */
  | { readonly kind: 'maybe'; readonly body: readonly Statement[] }
  | Branch
  | Switch
  | Loop
  | For
  | Try
  | ImportAll;

/** Exactly one of the choices runs. */
export interface Branch {
  readonly kind: 'branch';
  readonly choices: readonly (readonly Statement[])[];
  readonly test?: Test;
}

/** What runs from one of the cases on, through those that follow, until it is left. */
export interface Switch {
  readonly kind: 'switch';
  readonly cases: readonly (readonly Statement[])[];
  /** Whether one of the cases runs for certain. */
  readonly hasDefault: boolean;
}

/** What runs any number of times; at least once; or until it is left. */
export interface Loop {
  readonly kind: 'loop';
  readonly rounds: 'any' | 'some' | 'endless';
  readonly body: readonly Statement[];
}

/** What runs for each element: `step` assigns it. `otherwise` runs where the loop was not left. */
export interface For {
  readonly kind: 'for';
  readonly step: Assign & { readonly value: Element };
  readonly body: readonly Statement[];
  readonly otherwise: readonly Statement[];
}

/** One of the handlers runs where `body` ends with an error, `otherwise` where it does not; `final` always. */
export interface Try {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly (readonly Statement[])[];
  readonly otherwise: readonly Statement[];
  readonly final: readonly Statement[];
}
