import type { Span } from '../text/span';
import type { Fault } from './pythonSource';

/** Thrown where Cheetah stops reading an expression. It never leaves the parser. */
export class Refusal extends Error implements Fault {
  constructor(
    readonly span: Span,
    message: string,
    readonly code: Fault['code'] = 'cheetah.syntax',
    /** How far the text was looked at to find this out. */
    readonly reach = span.end,
  ) {
    super(message);
  }
}
