import type { Expression, Statement } from '../code/code';
import type { Source } from '../syntax/source';
import type { Syntax } from '../../text/syntaxTree';

/** Where in a JavaScript module the translation stands. */
export interface JavaScriptContext {
  readonly source: Source;
  /** What tells the private names of the innermost class from those of others. */
  readonly privateMark: string;
  /** Whether the statement of the top level may lack a part. */
  readonly isCut: boolean;
  /** What is found out about the innermost function as its body is translated. */
  readonly notes: FunctionNotes;
  /** What the module gives out, by name. */
  readonly exported: Map<string, Expression>;
  /** Translates a `Block` node. */
  readonly blockOf: (context: JavaScriptContext, node: Syntax) => Statement;
}

export interface FunctionNotes {
  /** The names that it declares with `var`. */
  readonly vars: Set<string>;
  yields: boolean;
}

export function newNotes(): FunctionNotes {
  return { vars: new Set(), yields: false };
}

/** The variable that stands for the default export. */
export const DEFAULT_EXPORT = '*default*';
