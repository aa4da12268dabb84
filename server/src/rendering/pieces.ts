import type { TemplateView } from '../check/view';
import type { DriverDeclaration } from '../driver/declaration';
import type { Problem } from '../problems';
import type { Origin, Trace } from '../render/trace';
import { inside } from '../text/sorted';
import type { Place, Span } from '../text/span';
import type { TemplateRendering } from './templateRendering';

/** A stretch of a rendering that is not the template's own text: a value, or a placeholder that nothing filled. */
export interface Piece {
  /** In the output. */
  readonly output: Span;
  readonly origin: Exclude<Origin, 'template'>;
  /** The key, or the expression of a Cheetah file. */
  readonly key: string;
  /** The value as it was given, before it was escaped; `null` where nothing fills the placeholder. */
  readonly value: string | null;
  /** The placeholder in the template file. */
  readonly source: Span;
}

/** The values of a rendering, in the order of its output. */
export function piecesOf({ text, file }: TemplateView, { xml, values, traces }: TemplateRendering): readonly Piece[] {
  const keys = file.placeholders.map(({ key, keySpan }) => ({ key, span: keySpan }));
  return traces.flatMap(({ output, origin, source }): readonly Piece[] => {
    if (origin === 'template') return [];
    const [placeholder, another] = inside(keys, source);
    const isKey = placeholder !== undefined && another === undefined;
    const key = isKey ? placeholder.key : text.slice(source.start, source.end);
    const written = xml.slice(output.start, output.end);
    const given = file.dialect === 'plain' ? (values.get(key) ?? written) : written;
    return [{ output, origin, key, value: origin === 'unfilled' ? null : given, source }];
  });
}

/** Where a driver's source provides the key of a piece, as far as reading tells. */
export function providerOf({ key, origin }: Piece, { keys }: DriverDeclaration): Place | null {
  const output = origin === 'driver' ? keys.find((each) => each.key === key) : undefined;
  return output ? { uri: output.uri, span: output.span } : null;
}

/** What a stretch of the template became in a piece of the output: a value as a whole, text of the template to the character. */
function withinTrace({ output, origin, source }: Trace, { start, end }: Span): Span {
  if (origin !== 'template') return output;
  const at = (offset: number): number => Math.min(output.end, output.start + Math.max(0, offset - source.start));
  return { start: at(start), end: at(end) };
}

/** Where a stretch of the template stands in the output; the first time where a loop put it out more than once. `undefined` where it is not there. */
export function outputOf(traces: readonly Trace[], span: Span): Span | undefined {
  const isPart = ({ source }: Trace): boolean => source.start < span.end && span.start < source.end;
  const first = traces.findIndex(isPart);
  const [start, ...others] = first < 0 ? [] : traces.slice(first);
  if (!start) return undefined;
  let last = start;
  for (const trace of others) {
    if (!isPart(trace) || trace.source.start < last.source.end) break;
    last = trace;
  }
  return { start: withinTrace(start, span).start, end: withinTrace(last, span).end };
}

/** Problems of the template at what became of their places; at the first line where that is not in the output. */
export function problemsInOutput(
  xml: string,
  traces: readonly Trace[],
  problems: readonly Problem[],
): readonly Problem[] {
  const firstLine = { start: 0, end: /^.*/.exec(xml)?.[0].length ?? 0 };
  const values = new Map(traces.toReversed().map(({ source, output }) => [`${source.start} ${source.end}`, output]));
  const placeOf = (span: Span): Span => values.get(`${span.start} ${span.end}`) ?? outputOf(traces, span) ?? firstLine;
  return problems.map((each) => ({ ...each, span: placeOf(each.span) }));
}
