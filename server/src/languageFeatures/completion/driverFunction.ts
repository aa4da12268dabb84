import type { Syntax } from '../../text/syntaxTree';
import type { Span } from '../../text/span';
import type { TextOf } from './driverPlace';
import { ancestor } from './driverTree';

/** The function that a place stands in. */
export interface EnclosingFunction {
  /** Empty where it has none. */
  readonly name: string;
  readonly parameters: readonly string[];
  /** From its head to its last line. */
  readonly span: Span;
}

const FUNCTIONS = new Set([
  'FunctionDefinition',
  'MethodDeclaration',
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunction',
]);
const CLASSES = new Set(['ClassDefinition', 'ClassDeclaration', 'ClassExpression']);
const NAMES = new Set(['VariableName', 'VariableDefinition', 'PropertyDefinition']);

/** The methods that a driver answers with: the network dictionary is the second of their parameters. */
const DRIVER_METHODS = new Set(['getVIFConfiguration', 'plug']);

/** The name of the class around `node`: empty for one without a name, undefined outside of a class. */
export function enclosingClass(node: Syntax, textOf: TextOf): string | undefined {
  const found = ancestor(node, CLASSES);
  const name = found?.children.find((child) => NAMES.has(child.name));
  return name ? textOf(name) : found && '';
}

/** The function around `node`. `text` is the whole source: the function goes on as long as its lines are indented deeper than its head. */
export function enclosingFunction(node: Syntax, text: string, textOf: TextOf): EnclosingFunction | undefined {
  const found = ancestor(node, FUNCTIONS);
  if (!found) return undefined;
  const name = found.children.find((child) => NAMES.has(child.name));
  const parameters = found.child('ParamList')?.children.filter((child) => NAMES.has(child.name)) ?? [];
  return {
    name: name ? textOf(name) : '',
    parameters: parameters.map(textOf),
    span: { start: found.start, end: endOfBlock(text, found.start, node.end) },
  };
}

/** The end of the block that the line of `start` opens and that goes on at `from`. */
function endOfBlock(text: string, start: number, from: number): number {
  const head = indentationAt(text, Math.max(text.lastIndexOf('\n', start), text.lastIndexOf('\r', start)) + 1);
  const lines = /[\r\n]+/g;
  lines.lastIndex = from;
  for (let found = lines.exec(text); found; found = lines.exec(text)) {
    const at = lines.lastIndex;
    const indentation = indentationAt(text, at);
    const isBlank = /^(?:$|[\r\n])/.test(text.slice(at + indentation, at + indentation + 1));
    if (!isBlank && indentation <= head) return found.index;
  }
  return text.length;
}

/** How many blanks stand at `at`. */
function indentationAt(text: string, at: number): number {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = at;
  blanks.test(text);
  return blanks.lastIndex - at;
}

export function isDriverMethod({ name }: EnclosingFunction): boolean {
  return DRIVER_METHODS.has(name);
}

/** The name of the network dictionary that a driver's method is handed. */
export function networkParameter({ name, parameters }: EnclosingFunction): string | undefined {
  if (!DRIVER_METHODS.has(name)) return undefined;
  return parameters[0] === 'self' ? parameters[2] : parameters[1];
}

/** Whether a function returns the variable `name`, or returns nothing yet and makes a dictionary of it. */
export function returns(text: string, { span }: EnclosingFunction, name: string): boolean {
  const code = text.slice(span.start, span.end);
  const returned = [...code.matchAll(/\breturn\b[ \t(]*([\p{L}_$][\p{L}\p{N}_$]*)?(?![\p{L}\p{N}_$.[(])/gu)];
  if (returned.length > 0) return returned.some(([, variable]) => variable === name);
  const made = [...code.matchAll(/(?<![\p{L}\p{N}_$])([\p{L}_$][\p{L}\p{N}_$]*)[ \t]*=[ \t]*(?:\{|dict\b)/gu)];
  return made.some(([, variable]) => variable === name);
}
