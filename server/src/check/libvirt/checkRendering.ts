import { checkInterface } from '../../libvirt/checkInterface';
import { problem, type Problem } from '../../problems';
import type { Rendering } from '../../render/render';
import { parseTemplateFile } from '../../template/parse';
import type { Span } from '../../text/span';
import { deviceTree } from './deviceTree';

/** Whether two spans share a code unit. */
function share(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Where in the template that stretch of the XML comes from: the first placeholder that had a part in it, or else its own text. */
function sourceOf(span: Span, { placeholders, copied }: Rendering): Span {
  const filled = placeholders.find(({ output }) => share(output, span));
  if (filled) return filled.placeholder.span;
  const piece = copied.find(
    ({ output }) => output.start <= span.start && span.start <= output.end && span.end <= output.end,
  );
  if (!piece) return { start: copied[0]?.source.start ?? 0, end: copied[0]?.source.start ?? 0 };
  const shift = piece.source.start - piece.output.start;
  return { start: span.start + shift, end: span.end + shift };
}

/** What libvirt rejects of rendered XML, as `render.rejected` in the template: at the placeholder where its value is at fault. */
export function checkRendering(rendering: Rendering): readonly Problem[] {
  const { xml } = rendering;
  const file = parseTemplateFile(xml, { uri: '', vifType: 'rendered' });
  const [template] = file.templates;
  const device = template && file.problems.length === 0 ? deviceTree(xml, file, template) : undefined;
  if (!device) return [];
  return checkInterface(device).map(({ span, message }) =>
    problem('render.rejected', sourceOf(span, rendering), `libvirt rejects what is rendered: ${message}`),
  );
}
