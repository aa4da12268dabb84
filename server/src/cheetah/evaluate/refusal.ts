import type { Span } from '../../text/span';

/** Why a template is not rendered. Who throws it need not know the place: the expression around it adds its own. */
export class Refusal extends Error {
  readonly span: Span | undefined;
  /** The name that nothing provides, where that is why. */
  readonly missing: string | undefined;

  constructor(message: string, span?: Span, missing?: string) {
    super(message);
    this.span = span;
    this.missing = missing;
  }

  /** The same refusal with a place, unless it has one already. */
  at(span: Span): Refusal {
    return this.span ? this : new Refusal(this.message, span, this.missing);
  }
}

/** A name that is found nowhere, where Cheetah raises NotFound. */
export class NameNotFound extends Refusal {
  readonly #name: string;

  constructor(name: string, span?: Span) {
    super(`Nothing provides '${name}'.`, span, name);
    this.#name = name;
  }

  override at(span: Span): NameNotFound {
    return this.span ? this : new NameNotFound(this.#name, span);
  }
}
