import { assign, branch, name, run, unknown } from '../code/build';
import type { Statement } from '../code/code';
import type { Syntax } from '../../text/syntaxTree';
import { nameAt, type PythonContext, type TranslateBody } from './context';
import { expressionsIn } from './expressions';

/** A `match`: what its patterns capture may be the subject, or anything in it. */
export function matched(context: PythonContext, node: Syntax, bodyOf: TranslateBody): Statement[] {
  const subject = unknown(...expressionsIn(context, node.children));
  const clauses = node.child('MatchBody')?.children.filter(({ name: n }) => n === 'MatchClause') ?? [];
  const choices = clauses.map((clause) => clauseOf(context, clause, bodyOf));
  return [run(subject), branch(...choices, ...(clauses.some(fitsAll) ? [] : [[]]))];
}

/** `case name:` and `case _:` */
function fitsAll(clause: Syntax): boolean {
  return clause.has('CapturePattern') && !clause.has('Guard');
}

function clauseOf(context: PythonContext, clause: Syntax, bodyOf: TranslateBody): Statement[] {
  const captured = capturesIn(clause.children.filter(({ name: n }) => n !== 'Body'));
  const guards = clause.children.filter(({ name: n }) => n === 'Guard');
  return [
    ...captured.map((variable) => run(assign(name(nameAt(context, variable)), unknown()))),
    ...guards.flatMap(({ children }) => expressionsIn(context, children)).map(run),
    ...bodyOf(context, clause.child('Body')),
  ];
}

function capturesIn(nodes: readonly Syntax[]): Syntax[] {
  return nodes.flatMap(({ name: nodeName, children }) => {
    const isCapture = nodeName === 'CapturePattern' || nodeName === 'AsPattern';
    return [...(isCapture ? children.filter(({ name: n }) => n === 'VariableName') : []), ...capturesIn(children)];
  });
}
