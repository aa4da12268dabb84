import type { Rendering } from '../render/rendering';
import type { Origin, Trace } from '../render/trace';

/**
 * Where each piece of a rendered plain template comes from, in the order of the XML. Between two pieces of the template that
 * stand in it lies a value, or a placeholder that stays as it is written.
 */
export function plainTraces({ copied, placeholders, unfilled, problems }: Rendering): readonly Trace[] {
  const origins = new Map<number, Origin>([
    ...[...unfilled, ...problems].map(({ span }) => [span.start, 'unfilled'] as const),
    ...placeholders.map(({ placeholder, origin }) => [placeholder.span.start, origin] as const),
  ]);
  const traces = copied.flatMap(({ source, output }, index): readonly Trace[] => {
    const own: Trace = { output, origin: 'template', source };
    const before = index > 0 ? copied[index - 1] : undefined;
    if (!before) return [own];
    const between = { start: before.source.end, end: source.start };
    const gap = { start: before.output.end, end: output.start };
    return [{ output: gap, origin: origins.get(between.start) ?? 'template', source: between }, own];
  });
  return traces.filter(({ output }) => output.start < output.end);
}
