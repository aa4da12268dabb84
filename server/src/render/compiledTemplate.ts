import type { Placeholder, Template } from '../template/templateFile';
import { Filler, type TextOf } from './filler';
import { AS_IT_IS, type Notation } from './notation';
import { canBeLeftOut, piecesOf, placeholdersIn, type Piece } from './pieces';
import type { Rendering, Value } from './rendering';
import { Writer } from './writer';

type Values = ReadonlyMap<string, Value>;

/** A template as it is where some of its optional placeholders have no value. */
interface Form {
  readonly pieces: readonly Piece[];
  readonly filler: Filler | undefined;
}

/** So many forms are kept: a driver makes a few, and requests of all kinds shall not fill the memory. */
const MOST_FORMS = 64;

/**
 * The device of a template whose text has no errors, made ready to be rendered any number of times. Every placeholder that has
 * a value is replaced by it, escaped for the place where it stands. Every other character stays, but for the indentation that
 * all lines share, and for what optional placeholders without a value take with them.
 */
export class CompiledTemplate {
  readonly #optional: readonly Placeholder[];
  /** By which optional placeholders have a value: `1` or `0` for each. */
  readonly #forms = new Map<string, Form>();

  /** `text` is that of the template file, `notation` how `fill` writes. */
  constructor(
    private readonly text: string,
    private readonly template: Template,
    private readonly notation: Notation = AS_IT_IS,
  ) {
    this.#optional = placeholdersIn(template).filter(canBeLeftOut);
  }

  /** Renders, and tells where everything comes from. */
  render(values: Values): Rendering {
    const writer = new Writer(this.text);
    for (const piece of this.#form((key) => values.has(key)).pieces)
      writer.write(piece, piece.kind === 'filled' ? values.get(piece.placeholder.key) : undefined);
    return writer;
  }

  /** The XML alone, as fast as can be, where there is nothing to tell of it: `undefined` means that `render` may have more to say. */
  fill(textOf: TextOf): string | undefined {
    return this.#form((key) => textOf(key) !== undefined).filler?.fill(textOf);
  }

  #form(hasValue: (key: string) => boolean): Form {
    let which = '';
    for (const { key } of this.#optional) which += hasValue(key) ? '1' : '0';
    const known = this.#forms.get(which);
    if (known) return known;
    if (this.#forms.size === MOST_FORMS) this.#forms.clear();
    const form = this.#makeForm(new Set(this.#optional.filter(({ key }) => !hasValue(key))));
    this.#forms.set(which, form);
    return form;
  }

  #makeForm(missing: ReadonlySet<Placeholder>): Form {
    const pieces = piecesOf(this.text, this.template, missing);
    return { pieces, filler: Filler.of(this.text, pieces, this.notation) };
  }
}
