import { matchAt, startsName } from '../characters';
import type { NameExpression } from '../expression';
import { opaqueOf } from '../expressions/opaque';
import { readExpression } from '../expressions/readExpression';
import type { ParserState, Scanned } from '../parserState';
import type { PythonSource } from '../pythonSource';
import { PYTHON_KEYWORDS } from '../pythonTokens';
import type { Directive } from '../syntax';
import { checkAssigned } from './assigned';
import { finishTag, type Tag } from './tag';

const OPERATORS = ['=', '+=', '-=', '/=', '*=', '**=', '^=', '%=', '>>=', '<<=', '&=', '|='];
const OPERATOR = /(?:\*\*|>>|<<|[-+/*^%&|])?=/y;
/** The operators that are understood. */
const UNDERSTOOD: ReadonlySet<string> = new Set(['=', '+=', '-=', '/=', '*=', '**=', '%=']);
const STYLE = /(?:local|global|module)\w*/y;

/** `#set $name = value`, with `global` or another operator. */
export function setDirective(state: ParserState, tag: Tag): void {
  state.skipBlanks();
  const style = matchAt(STYLE, state.text, state.at)?.[0] ?? '';
  state.at += style.length;
  state.skipBlanks();
  const target = state.scanExpression({ until: OPERATORS, plain: true });
  const operator = target.refused ? undefined : matchAt(OPERATOR, state.text, state.at)?.[0];
  if (operator === undefined) {
    if (!target.refused) reportMissing(state, tag);
    opaque(state, finishTag(state, tag).directive);
    return;
  }
  state.at += operator.length;
  const value = state.scanExpression();
  const { directive, comment } = finishTag(state, tag);
  const name = readName(state, target.python, style);
  if (!UNDERSTOOD.has(operator))
    state.report('cheetah.unsupported', directive.span, `The operator ${operator} is not understood.`);
  if (style.startsWith('module')) {
    state.report(
      'cheetah.unsupported',
      directive.span,
      '#set module runs as Python when the file is loaded, and rendering refuses the file.',
    );
  }
  if (name) {
    const parts = { name, operator, value: readValue(state, value), isGlobal: style.startsWith('global') };
    state.addCode({ kind: 'set', span: directive.span, directive, ...parts });
  } else opaque(state, directive);
  if (comment) state.blocks.body.add(comment);
}

function reportMissing(state: ParserState, { start }: Tag): void {
  state.report('cheetah.syntax', { start, end: state.at }, 'Write #set $name = value.');
}

function opaque(state: ParserState, directive: Directive): void {
  state.addCode({ kind: 'opaque', span: directive.span, directive });
}

function readValue(
  state: ParserState,
  { python, refused }: Scanned,
): ReturnType<typeof opaqueOf> | ReturnType<typeof readExpression>['expression'] {
  if (refused) return opaqueOf(python, python.span);
  const { expression, faults } = readExpression(python);
  state.reportFaults(faults);
  return expression;
}

/** The name that gets the value, where it is a plain name. */
function readName(state: ParserState, python: PythonSource, style: string): NameExpression | undefined {
  const text = python.text.trim();
  const { span } = python;
  if (!/^[A-Za-z_]\w*$/.test(text)) {
    const isMissing = text === '';
    const at = isMissing ? { start: span.start, end: python.end } : span;
    if (isMissing)
      state.report('cheetah.syntax', at, 'The name that gets the value is missing: write #set $name = value.');
    else
      state.report('cheetah.unsupported', at, 'Only a plain name is understood here, so the file cannot be rendered.');
    return undefined;
  }
  if (style === '' || style.startsWith('local')) {
    if (PYTHON_KEYWORDS.has(text)) state.report('cheetah.syntax', span, `${text} is a word of Python, and no name.`);
    if (text === '__debug__') state.report('cheetah.syntax', span, 'Python gives this name no other value.');
  }
  const searched = !startsName(state.text.charAt(span.start));
  const nameSpan = { start: span.end - text.length, end: span.end };
  const name: NameExpression = { kind: 'name', span, name: text, nameSpan, searched };
  checkAssigned(state, name);
  return name;
}
