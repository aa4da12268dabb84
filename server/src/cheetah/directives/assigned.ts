import { FUNCTION_READS, FUNCTION_VARIABLES } from '../evaluate/definedNames';
import type { NameExpression } from '../expression';
import type { ParserState } from '../parserState';

/** Reports a name that cannot be given a value without breaking Cheetah's own code. */
export function checkAssigned(state: ParserState, { name, span }: NameExpression): void {
  if (!FUNCTION_VARIABLES.has(name) && !FUNCTION_READS.has(name)) return;
  state.report('cheetah.unsupported', span, `Cheetah's own code uses the name ${name}. Take another one.`);
}
