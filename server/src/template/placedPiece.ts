import { inside } from '../text/sorted';
import { shifted, type Span } from '../text/span';
import type { Contents, Outline, Piece } from './piece';
import { shiftedPlaceholder, shiftedProblem, shiftedTag } from './shift';
import type { Problem } from '../problems';
import type { Tag } from './tags';
import type { Placeholder, Template } from './templateFile';

/** A piece, where it stands in its file. What is in it is placed when it is first asked for: most pieces of a file never are. */
export class PlacedPiece {
  readonly template?: Template;

  #contents: Contents | undefined;
  #placeholders: readonly Placeholder[] | undefined;
  #tags: readonly Tag[] | undefined;

  constructor(
    private readonly piece: Piece,
    private readonly start: number,
  ) {
    if (piece.template) this.template = new PlacedTemplate(piece.template, this, start);
  }

  get #own(): Contents {
    return (this.#contents ??= this.piece.contents());
  }

  get placeholders(): readonly Placeholder[] {
    return (this.#placeholders ??= this.#own.placeholders.map((own) => shiftedPlaceholder(own, this.start)));
  }

  get tags(): readonly Tag[] {
    return (this.#tags ??= this.#own.tags.map((tag) => shiftedTag(tag, this.start)));
  }

  get comments(): readonly Span[] {
    return this.#own.comments.map((span) => shifted(span, this.start));
  }

  get problems(): readonly Problem[] {
    return this.piece.problems.map((found) => shiftedProblem(found, this.start));
  }
}

/** The template of a piece, where it stands in its file. Its tags and placeholders are those of the placed piece. */
class PlacedTemplate implements Template {
  readonly vifType?: string;
  readonly vifTypeSpan?: Span;
  readonly span: Span;
  readonly interfaceSpan?: Span;

  #placeholders: readonly Placeholder[] | undefined;
  #tags: readonly Tag[] | undefined;

  constructor(
    { vifType, vifTypeSpan, span, interfaceSpan }: Outline,
    private readonly piece: PlacedPiece,
    start: number,
  ) {
    if (vifType !== undefined) this.vifType = vifType;
    if (vifTypeSpan) this.vifTypeSpan = shifted(vifTypeSpan, start);
    this.span = shifted(span, start);
    if (interfaceSpan) this.interfaceSpan = shifted(interfaceSpan, start);
  }

  get placeholders(): readonly Placeholder[] {
    return (this.#placeholders ??= inside(this.piece.placeholders, this.span));
  }

  get tags(): readonly Tag[] {
    return (this.#tags ??= inside(this.piece.tags, this.span));
  }
}
