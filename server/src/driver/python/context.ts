import type { Statement } from '../code/code';
import type { Source } from '../syntax/source';
import { textOf } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';

/** Where in a Python module the translation stands. */
export interface PythonContext {
  readonly source: Source;
  /** The innermost class, for the names that are private to it. */
  readonly className: string;
  /** Whether the statement of the top level may lack a part. */
  readonly isCut: boolean;
  /** What is found out about the innermost function as its body is translated. */
  readonly notes: FunctionNotes;
}

export interface FunctionNotes {
  /** The names that it takes from outside: `global`, `nonlocal`. */
  readonly outer: Set<string>;
  yields: boolean;
}

/** Translates the statements of a `Body` node. */
export type TranslateBody = (context: PythonContext, body: Syntax | undefined) => Statement[];

export function newNotes(): FunctionNotes {
  return { outer: new Set(), yields: false };
}

/** The name as Python knows it: `__name` inside of a class is private to it. */
export function nameAt({ source, className }: PythonContext, node: Syntax): string {
  const name = textOf(source, node).normalize('NFKC');
  const isPrivate = name.startsWith('__') && !name.endsWith('__');
  const owner = isPrivate ? withoutUnderscores(className) : '';
  return owner === '' ? name : `_${owner}${name}`;
}

function withoutUnderscores(name: string): string {
  let start = 0;
  while (name.charAt(start) === '_') start++;
  return name.slice(start);
}
