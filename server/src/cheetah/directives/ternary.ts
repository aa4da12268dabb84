import type { Expression } from '../expression';
import { opaqueOf } from '../expressions/opaque';
import { readExpression } from '../expressions/readExpression';
import type { ParserState } from '../parserState';
import type { PythonSource, Word } from '../pythonSource';
import { readCondition } from './readCondition';
import { finishTag, type Tag } from './tag';

/** `#if condition then value else other`, of which the expression was read. */
export function ternary(state: ParserState, tag: Tag, python: PythonSource): void {
  const { directive, comment } = finishTag(state, tag);
  const [condition, value, other] = partsOf(state, python);
  state.addCode({ kind: 'ternary', span: directive.span, directive, condition, value, other });
  if (comment) state.blocks.body.add(comment);
}

function partsOf(state: ParserState, python: PythonSource): [Expression, Expression, Expression] {
  const marks = python.words.filter(({ text }) => text === 'then' || text === 'else');
  const [first, second] = marks;
  const isRegular = marks.length === 2 && first?.text === 'then' && second?.text === 'else';
  if (!isRegular || marks.some(({ depth }) => depth > 0)) return brokenParts(state, python, marks);
  const condition = readCondition(state, { python: python.slice('if'.length, first.start), refused: false });
  const value = valueOf(state, python.slice(first.end, second.start));
  const other = valueOf(state, python.slice(second.end));
  return [condition, value, other];
}

/** More than one `then` and `else`, or some in brackets: Cheetah takes the expression apart at each of them. */
function brokenParts(
  state: ParserState,
  python: PythonSource,
  marks: readonly Word[],
): [Expression, Expression, Expression] {
  const at = marks.find(({ depth }) => depth > 0) ?? marks[1] ?? { start: 0, end: python.text.length };
  const span = python.spanInFile(at);
  const message = 'Only the form #if condition then value else other is understood, with one then and one else.';
  state.report('cheetah.unsupported', span, message);
  const opaque = opaqueOf(python, python.slice('if'.length).span);
  return [opaque, opaque, opaque];
}

function valueOf(state: ParserState, python: PythonSource): Expression {
  const { expression, faults } = readExpression(python);
  state.reportFaults(faults);
  return expression;
}
