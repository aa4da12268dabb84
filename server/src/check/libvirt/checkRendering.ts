import { checkInterface } from '../../libvirt/checkInterface';
import type { Element } from '../../libvirt/tree';
import { problem, type Problem } from '../../problems';
import type { Rendering } from '../../render/rendering';
import { parseTemplateFile } from '../../template/parse';
import { deviceTree } from './deviceTree';
import { sourceOf, type Sources } from './sourceOf';

/** What libvirt rejects of a device that was rendered, as `render.rejected` in the template: at the placeholder where its value is at fault. */
export function rejectedIn(device: Element, sources: Sources): readonly Problem[] {
  return checkInterface(device).map(({ span, message }) =>
    problem('render.rejected', sourceOf(span, sources), `libvirt rejects what is rendered: ${message}`),
  );
}

/** What libvirt rejects of the XML of a plain template. */
export function checkRendering({ xml, placeholders, copied }: Rendering): readonly Problem[] {
  const file = parseTemplateFile(xml, { uri: '', vifType: 'rendered' });
  const span = file.templates[0]?.interfaceSpan;
  const device = span && file.problems.length === 0 ? deviceTree(xml, file, span) : undefined;
  const filled = placeholders.map(({ placeholder, output }) => ({ output, source: placeholder.span }));
  return device ? rejectedIn(device, { filled, copied }) : [];
}
