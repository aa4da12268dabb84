import type { Span } from '../../text/span';

/** Why a template is not rendered. Who throws it need not know the place: the expression around it adds its own. */
export class Refusal extends Error {
  readonly span: Span | undefined;

  constructor(message: string, span?: Span) {
    super(message);
    this.span = span;
  }

  /** The same refusal with a place, unless it has one already. */
  at(span: Span): Refusal {
    return this.span ? this : new Refusal(this.message, span);
  }
}

/** A name that is found nowhere, where Cheetah raises NotFound. */
export class NameNotFound extends Refusal {
  readonly missing: string;

  constructor(name: string, span?: Span) {
    super(`Nothing provides '${name}'.`, span);
    this.missing = name;
  }

  override at(span: Span): NameNotFound {
    return this.span ? this : new NameNotFound(this.missing, span);
  }
}
