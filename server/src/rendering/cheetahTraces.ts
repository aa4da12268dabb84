import type { RenderedCheetah } from '../cheetah/rendering';
import type { CheetahTemplateFile } from '../cheetahTemplate/cheetahTemplateFile';
import type { Origin, Trace } from '../render/trace';
import type { Span } from '../text/span';
import { inside } from '../text/sorted';
import type { DriverResult } from './driverResult';

/** Where each piece of a rendered Cheetah file comes from, in the order of the output. A loop comes to the same place more than once. */
export function cheetahTraces(
  file: CheetahTemplateFile,
  { texts, placeholders, notFound }: RenderedCheetah,
  result: DriverResult,
): readonly Trace[] {
  const origins = new Origins(file, result);
  const traces: readonly Trace[] = [
    ...texts.map(({ source, output }): Trace => ({ output, origin: 'template', source })),
    ...placeholders.map(({ node, output }) => ({ output, origin: origins.of(node.span), source: node.span })),
    ...notFound.map(({ node, output }): Trace => ({ output, origin: 'unfilled', source: node.span })),
  ];
  return traces.filter(({ output }) => output.start < output.end).sort((a, b) => a.output.start - b.output.start);
}

/** Tells who the values of a Cheetah file come from. */
class Origins {
  readonly #keys: readonly { readonly key: string; readonly span: Span }[];

  constructor(
    private readonly file: CheetahTemplateFile,
    private readonly result: DriverResult,
  ) {
    this.#keys = file.placeholders.map(({ key, keySpan }) => ({ key, span: keySpan }));
  }

  /** Who provides what is put out at a place of the file. What the file makes of nothing but itself, it says itself. */
  of(span: Span): Origin {
    const keys = inside(this.#keys, span);
    const { nics, template } = this.result;
    if (keys.some(({ key }) => nics.some(({ values }) => (values.get(key) ?? null) !== null))) return 'driver';
    if (keys.length > 0) return 'compute';
    const names = inside(this.file.names, span);
    return names.some(({ name, role }) => role === 'searched' && template.has(name)) ? 'request' : 'template';
  }
}

/** The traces of a text that consists of some stretches of the output, one behind the other. */
export function tracesWithin(traces: readonly Trace[], stretches: readonly Span[]): readonly Trace[] {
  let at = 0;
  return stretches.flatMap(({ start, end }) => {
    const shift = at - start;
    at += end - start;
    return traces
      .filter(({ output }) => start <= output.start && output.end <= end)
      .map((trace) => ({ ...trace, output: { start: trace.output.start + shift, end: trace.output.end + shift } }));
  });
}
