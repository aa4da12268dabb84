import { decodeAttribute } from '../check/libvirt/decode';
import type { Span } from '../text/span';
import type { Trace, TracedXml } from '../render/trace';
import type { Run } from './tracedValue';

/** Interface XML that can be asked where any stretch of it comes from. */
export class TracedText {
  readonly xml: string;
  readonly #traces: readonly Trace[];

  constructor({ xml, traces }: TracedXml) {
    this.xml = xml;
    this.#traces = traces;
  }

  /** What an attribute says at that span, piece by piece. Empty pieces are left out. */
  runs(span: Span): readonly Run[] {
    const runs: Run[] = [];
    let at = span.start;
    for (const trace of this.#overlapping(span)) {
      runs.push({ text: this.#read(at, trace.output.start), origin: 'template' });
      const start = Math.max(at, trace.output.start);
      at = Math.min(trace.output.end, span.end);
      runs.push({ text: this.#read(start, at), origin: trace.origin, source: sourceOf(trace, { start, end: at }) });
    }
    runs.push({ text: this.#read(at, span.end), origin: 'template' });
    return runs.filter(({ text }) => text !== '');
  }

  /** Where in the template file a stretch comes from; undefined where that is not known. */
  source(span: Span): Span | undefined {
    const [trace] = this.#overlapping(span);
    return trace && sourceOf(trace, span);
  }

  #read(start: number, end: number): string {
    return decodeAttribute(this.xml.slice(start, Math.max(start, end)));
  }

  *#overlapping({ start, end }: Span): Generator<Trace> {
    for (let index = this.#firstBehind(start); ; index++) {
      const trace = this.#traces[index];
      if (!trace || trace.output.start >= end) return;
      yield trace;
    }
  }

  /** The index of the first trace that ends behind an offset. */
  #firstBehind(offset: number): number {
    let low = 0;
    let high = this.#traces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#traces[middle]?.output.end ?? Infinity) <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** The piece of a template's own text that a stretch was copied from; all of it where it was not copied letter by letter. Of what was filled in, the placeholder. */
function sourceOf({ origin, output, source }: Trace, { start, end }: Span): Span {
  const isCopy = origin === 'template' && source.end - source.start === output.end - output.start;
  if (!isCopy) return source;
  const shift = source.start - output.start;
  return { start: Math.max(start, output.start) + shift, end: Math.min(end, output.end) + shift };
}
