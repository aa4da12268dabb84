import { opaqueOf } from '../expressions/opaque';
import { readExpression } from '../expressions/readExpression';
import type { ParserState } from '../parserState';
import type { PlainDirectiveNode } from '../syntax';
import { directiveOf, finishTag, type Tag } from './tag';

/** Words that Cheetah takes for a directive to be ended where an expression starts with one. */
const CLOSEABLE = /^(?:def|block|closure|defmacro|call|capture|cache|filter|if|unless|for|while|repeat|try)(?![^\s])/;

/** `#echo value` */
export function echoDirective(state: ParserState, tag: Tag): void {
  const { python, refused } = state.scanExpression();
  const { directive, comment } = finishTag(state, tag);
  const { expression, faults } = refused
    ? { expression: opaqueOf(python, python.span), faults: [] }
    : readExpression(python);
  state.reportFaults(faults);
  if (CLOSEABLE.test(python.text.trim()) && faults.length === 0) {
    state.report('cheetah.syntax', python.span, 'Cheetah takes this word for a directive that needs an #end.');
  }
  state.addCode({ kind: 'echo', span: directive.span, directive, value: expression });
  if (comment) state.blocks.body.add(comment);
}

/** `#pass`, `#break`, `#continue`, `#stop` */
export function plainDirective(state: ParserState, tag: Tag, kind: Exclude<PlainDirectiveNode['kind'], 'slurp'>): void {
  const { python, refused } = state.scanExpression();
  const { directive, comment } = finishTag(state, tag);
  const rest = python.text.trim();
  if (!refused && rest !== '' && kind !== 'stop') {
    const code = rest.includes(';') ? 'cheetah.unsupported' : 'cheetah.syntax';
    state.report(code, python.span, `Nothing can follow #${kind}.`);
  }
  if (kind === 'break' || kind === 'continue') checkLoop(state, directive.span, kind);
  state.addCode({ kind, span: directive.span, directive });
  if (comment) state.blocks.body.add(comment);
}

function checkLoop(state: ParserState, span: PlainDirectiveNode['span'], kind: string): void {
  const isInLoop = state.blocks.fromInside.some((block) => block.kind === 'loop' || block.kind === 'opaque');
  if (!isInLoop) state.report('cheetah.syntax', span, `#${kind} stands outside of a loop.`);
}

/** `#slurp`, or a lone `#` at the end of a line: the line end is not put out. `nameLength` is 0 for the second. */
export function slurp(state: ParserState, nameLength: number): void {
  const start = state.at;
  if (state.lines.isClearTo(start)) state.dropLine();
  state.commit();
  state.at = Math.min(state.lines.nextOf(start), state.limit);
  const tag = { name: 'slurp', start, nameEnd: start + 1 + nameLength, isClear: false, lineEnd: state.at };
  const directive = directiveOf(tag, state.lines.endOf(start));
  state.blocks.body.add({ kind: 'slurp', span: directive.span, directive });
}
