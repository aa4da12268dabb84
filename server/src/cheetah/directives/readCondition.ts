import { equalsSignsIn } from '../assignments';
import type { Expression } from '../expression';
import { opaqueOf } from '../expressions/opaque';
import { readExpression } from '../expressions/readExpression';
import type { ParserState, Scanned } from '../parserState';
import type { PythonSource } from '../pythonSource';

/** Reads a condition and reports what is wrong with it. */
export function readCondition(state: ParserState, { python, refused }: Scanned, tuple = false): Expression {
  if (refused) return opaqueOf(python, python.span);
  if (tuple && python.text.trim() === '') {
    state.report('cheetah.unsupported', { start: python.inFile(0), end: python.end }, 'A condition is missing here.');
    return opaqueOf(python, python.span);
  }
  const { expression, faults } = readExpression(python, { tuple });
  if (faults.length === 0) return expression;
  const compared = comparing(state, python, tuple);
  if (compared) return compared;
  state.reportFaults(faults);
  return expression;
}

/** The condition where `==` was meant with each `=`, which is reported; nothing where that does not mend it. */
function comparing(state: ParserState, python: PythonSource, tuple: boolean): Expression | undefined {
  const signs = equalsSignsIn(python.text);
  if (signs.length === 0 || signs.length > 20) return undefined;
  const { expression, faults } = readExpression(python.withEqualsSigns(signs), { tuple });
  if (faults.length > 0) return undefined;
  for (const sign of signs) {
    const span = python.spanInFile({ start: sign, end: sign + 1 });
    const fix = { title: 'Write ==', changes: [{ uri: state.uri, span, newText: '==' }], preferred: true };
    const message = 'A condition compares with ==; = is refused by Cheetah.';
    state.report('cheetah.assignment-in-condition', span, message, { fixes: [fix] });
  }
  return expression;
}
