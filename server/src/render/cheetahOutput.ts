import type { RenderedCheetah, RenderedValue } from '../cheetah/rendering';
import { problem, type Problem } from '../problems';
import { scanTemplate } from '../template/scan';
import type { Enclosed } from '../template/scanState';
import type { Span } from '../text/span';
import { Frame } from './frame';
import { xmlFault, type XmlFault } from './xmlFault';

/** A value with where it stands. */
interface Put {
  readonly rendered: RenderedValue;
  readonly text: string;
  /** The quote around the attribute's value that it stands in. */
  readonly quote?: keyof typeof BREAKS_ATTRIBUTE;
  /** The mark by which it breaks up the comment, the section or the instruction that it stands in. */
  readonly breaker?: string;
  readonly isText: boolean;
}

/** The values of an output, and whether the elements around them stayed as the template has them. */
interface Content {
  readonly puts: readonly Put[];
  readonly holdsElements: boolean;
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['&', '&amp;'],
  ['"', '&quot;'],
  ["'", '&apos;'],
]);
/** What ends an attribute value in such quotes, or breaks it: the quote, a `<`, and an `&` that begins no reference. */
const BREAKS_ATTRIBUTE = {
  '"': /"|<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/,
  "'": /'|<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\dA-Fa-f]+);)/,
} as const;

/**
 * What the values of a rendered Cheetah file do to its XML: Cheetah escapes nothing. A value may break out of the attribute,
 * the comment or the section that it stands in, or close an element that the template has opened, and one that a driver built
 * of XML may not be well formed. The output has to be well-formed XML in any case: where it is
 * not and no value is to blame, the piece of the template that the fault came from is. Each place of `text`, the template,
 * is spoken of once, though a loop may come to it again.
 */
export function checkOutput(text: string, rendering: RenderedCheetah): readonly Problem[] {
  const fault = xmlFault(withoutDeclaration(covered(rendering.output, rendering.notFound)));
  const { puts, holdsElements } = contentOf(rendering);
  const isBroken = fault !== undefined || !holdsElements;
  const found = puts.flatMap(
    (put) =>
      attributeProblem(text, put) ?? breakerProblem(text, put) ?? (isBroken ? (textProblem(text, put) ?? []) : []),
  );
  if (fault && found.length === 0) return [outputProblem(rendering, fault)];
  return [...new Map(found.map((each) => [each.span.start, each] as const)).values()];
}

/** Blanks in place of an XML declaration: the rest may be a whole machine, or no more than its interfaces. */
function withoutDeclaration(xml: string): string {
  return xml.replace(/^<\?xml\s[^>]*\?>/, (declaration) => ' '.repeat(declaration.length));
}

/** The output with letters in place of some of its pieces, which come in its order. */
function covered(output: string, pieces: readonly { readonly output: Span }[]): string {
  let text = '';
  let at = 0;
  for (const { output: span } of pieces) {
    text += output.slice(at, span.start) + 'x'.repeat(span.end - span.start);
    at = span.end;
  }
  return text + output.slice(at);
}

/** Every value that put anything out, with what the template has around it. */
function contentOf({ output, placeholders, notFound }: RenderedCheetah): Content {
  const pieces = [...placeholders, ...notFound].sort((a, b) => a.output.start - b.output.start);
  const scan = scanTemplate(covered(output, pieces), '');
  const frame = new Frame(scan, covered(output, notFound));
  const inTags = new Containers(scan.tags, ({ span }) => span);
  const inValues = new Containers(
    scan.tags.flatMap(({ attributes }) => attributes),
    ({ valueSpan }) => valueSpan,
  );
  const inEnclosed = new Containers<Enclosed>(scan.enclosed, ({ span }) => span);
  const putOf = (rendered: RenderedValue): Put => {
    const { start, end } = rendered.output;
    const value = inValues.around(start);
    const quote = value && scan.text[value.valueSpan.start - 1];
    const enclosed = inEnclosed.around(start);
    const breaker = enclosed && frame.markThatBreaks(enclosed, rendered.output);
    const isText = inTags.around(start) === undefined && enclosed === undefined;
    const isQuoted = quote === '"' || quote === "'";
    const text = output.slice(start, end);
    return { rendered, text, isText, ...(isQuoted && { quote }), ...(breaker !== undefined && { breaker }) };
  };
  const filled = placeholders.filter(({ output: { start, end } }) => start < end);
  return { puts: filled.map(putOf), holdsElements: frame.holdsElements() };
}

/** Stretches in the order of a text of which none overlaps another; asked with offsets that grow. */
class Containers<Stretch> {
  #next = 0;

  constructor(
    private readonly stretches: readonly Stretch[],
    private readonly spanOf: (stretch: Stretch) => Span,
  ) {}

  /** The stretch that the character at an offset lies in. */
  around(offset: number): Stretch | undefined {
    for (; ; this.#next++) {
      const stretch = this.stretches[this.#next];
      if (stretch === undefined) return undefined;
      const { start, end } = this.spanOf(stretch);
      if (end > offset) return start <= offset ? stretch : undefined;
    }
  }
}

function attributeProblem(text: string, put: Put): Problem | undefined {
  if (put.quote === undefined) return undefined;
  const [character] = BREAKS_ATTRIBUTE[put.quote].exec(put.text) ?? [];
  return character === undefined ? undefined : unescapedProblem(text, put, character);
}

function breakerProblem(text: string, put: Put): Problem | undefined {
  if (put.breaker === undefined) return undefined;
  const message = `The value of '${nameOf(text, put)}' makes a ${put.breaker} here, which breaks up what it stands in. Keep it out of the value.`;
  return problem('cheetah.value-unescaped', put.rendered.node.span, message);
}

function textProblem(text: string, put: Put): Problem | undefined {
  const fault = put.isText ? xmlFault(put.text) : undefined;
  if (fault === undefined) return undefined;
  if (!put.text.includes('<')) return unescapedProblem(text, put, '&');
  const message = `The value of '${nameOf(text, put)}' is put in as XML, and is not well formed: ${fault.message}`;
  return problem('cheetah.fragment-malformed', put.rendered.node.span, message);
}

function unescapedProblem(text: string, put: Put, character: string): Problem {
  const reference = REFERENCES.get(character) ?? character;
  const message = `The value of '${nameOf(text, put)}' holds ${character}, which Cheetah does not escape: it breaks the XML here. Make it ${reference} where the value comes from.`;
  return problem('cheetah.value-unescaped', put.rendered.node.span, message);
}

/** What a message calls a value: the expression that it came from. */
function nameOf(text: string, { rendered: { node } }: Put): string {
  const { start, end } = node.kind === 'placeholder' ? node.expression.span : node.span;
  return text.slice(start, end);
}

/** The output is no well-formed XML at the fault. The innermost piece of the template that is known to have put it out is named. */
function outputProblem({ placeholders, branches, turns }: RenderedCheetah, { span, message }: XmlFault): Problem {
  const holdsFault = ({ output }: { readonly output: Span }): boolean =>
    output.start <= span.start && span.start < output.end;
  const value = placeholders.find(holdsFault)?.node.span;
  const branch = branches.filter(holdsFault).at(-1)?.branch.directive.span;
  const loop = turns.findLast(holdsFault)?.loop.directive.span;
  const place = value ?? innermost(branch, loop) ?? { start: 0, end: 0 };
  return problem('cheetah.output-malformed', place, `The XML that was rendered here is not well formed. ${message}`);
}

/** Of two directives whose bodies hold the same place, the one that stands later is the inner one. */
function innermost(one: Span | undefined, other: Span | undefined): Span | undefined {
  return one && other ? (one.start > other.start ? one : other) : (one ?? other);
}
