import { parser } from '@lezer/python';
import type { Span } from '../../text/span';
import { parseSyntax } from '../../text/syntaxTree';
import type { Expression } from '../expression';
import type { Fault, PythonSource } from '../pythonSource';
import { opaqueOf } from './opaque';
import { Reader } from './reader';
import { READERS } from './readers';

/** An expression, and what is wrong with it or not understood in it. */
export interface ReadExpression {
  readonly expression: Expression;
  readonly faults: readonly Fault[];
}

/** Reads the Python of an expression; `tuple` says whether it may be items with commas, without brackets. Every text gives an expression. */
export function readExpression(python: PythonSource, { tuple = true } = {}): ReadExpression {
  const opaque = (faults: readonly Fault[]): ReadExpression => ({ expression: opaqueOf(python, python.span), faults });
  if (python.faults.length > 0) return opaque(python.faults);
  if (/^\s*(#|$)/.test(python.text)) {
    const span = { start: python.inFile(0), end: python.end };
    return opaque([{ code: 'cheetah.syntax', span, message: 'An expression is missing here.' }]);
  }
  // In brackets it may be of more than one line; the line end keeps a comment from taking in the closing one.
  const { root, firstError } = parseSyntax(parser, `(${python.text}\n)`, new Set(['Comment']));
  if (firstError) return opaque([errorAt(python, firstError)]);
  const whole = root.child('ExpressionStatement')?.children[0];
  if (whole?.name === 'TupleExpression' && !tuple) {
    return opaque([
      { code: 'cheetah.syntax', span: python.span, message: 'One expression stands here, without commas.' },
    ]);
  }
  const reader = new Reader(python, READERS);
  const expression = reader.read(whole);
  return { expression, faults: reader.faults };
}

/** Where Python stops to understand; the whole where that is behind its end. */
function errorAt(python: PythonSource, { start, end }: Span): Fault {
  if (start === 0) {
    // The grammar gave up on the whole; Python may not.
    const message = 'This expression is too long to be understood.';
    return { code: 'cheetah.unsupported', span: python.span, message };
  }
  const span = python.spanInFile({ start: start - 1, end: Math.max(start, end) - 1 });
  const isShown = span.end > span.start && start - 1 < python.text.trimEnd().length;
  // What ends a statement lets Python go on: it is no fault of the syntax.
  const code = /;|(?<![=!<>])=(?!=)/.test(python.text) ? 'cheetah.unsupported' : 'cheetah.syntax';
  const message =
    code === 'cheetah.syntax'
      ? 'This is no expression of Python.'
      : 'Statements and assignments within an expression are not understood, so the file cannot be rendered.';
  return { code, span: isShown ? span : python.span, message };
}
