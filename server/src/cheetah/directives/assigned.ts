import type { NameExpression } from '../expression';
import type { ParserState } from '../parserState';

/** Names that the Python code which Cheetah writes uses itself. */
const RESERVED: ReadonlySet<string> = new Set(
  'self trans write SL _filter _dummyTrans _v VFFSL VFSL VFN NotFound DummyTransaction KeyError str'.split(' '),
);

/** Reports a name that cannot be given a value without breaking Cheetah's own code. */
export function checkAssigned(state: ParserState, { name, span }: NameExpression): void {
  if (!RESERVED.has(name)) return;
  state.report('cheetah.unsupported', span, `Cheetah's own code uses the name ${name}. Take another one.`);
}
