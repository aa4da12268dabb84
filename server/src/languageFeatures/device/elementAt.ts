import type { TemplateView } from '../../check/view';
import { cheetahDevices } from '../../check/libvirt/cheetahDevices';
import { deviceTree } from '../../check/libvirt/deviceTree';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { knownChild, knownDevice, type KnownElement } from '../../libvirt/descend';
import { elementsOf, type Element } from '../../template/elements';
import { DEVICES } from '../../template/tags';
import type { PlainTemplateFile } from '../../template/plainTemplateFile';
import { inside } from '../../text/sorted';
import { touches } from '../../text/span';

/** An element of a template, as it is written and as libvirt knows it. */
export interface DeviceElement {
  readonly written: Element;
  readonly known: KnownElement;
}

/** The innermost element around `offset` in a device of a template file, its own tags included. */
export function deviceElementAt(text: string, file: TemplateView['file'], offset: number): DeviceElement | undefined {
  const device = file.dialect === 'cheetah' ? cheetahDeviceAt(text, file, offset) : plainDeviceAt(text, file, offset);
  return device && innermost(device, offset);
}

function cheetahDeviceAt(text: string, file: CheetahTemplateFile, offset: number): DeviceElement | undefined {
  const device = cheetahDevices(text, file).find(({ written }) => touches(written.span, offset));
  return device && { written: device.written, known: knownDevice(device.tree) };
}

function plainDeviceAt(text: string, file: PlainTemplateFile, offset: number): DeviceElement | undefined {
  const { templates, placeholders, comments } = file.around(offset);
  const template = templates.find(({ interfaceSpan }) => interfaceSpan && touches(interfaceSpan, offset));
  if (!template?.interfaceSpan) return undefined;
  const { tags, interfaceSpan } = template;
  const device = deviceTree(text, { tags, placeholders, comments }, interfaceSpan);
  if (!device) return undefined;
  const root = elementsOf(inside(tags, interfaceSpan), interfaceSpan.end).find(({ opening }) =>
    DEVICES.has(opening.name),
  );
  return root && { written: root, known: knownDevice(device) };
}

function innermost(outer: DeviceElement, offset: number): DeviceElement {
  let current = outer;
  for (;;) {
    const { written, known } = current;
    const index = written.children.findIndex(({ span }) => span.start < offset && offset < span.end);
    const [child, element] = [written.children[index], known.element.children[index]];
    if (!child || !element) return current;
    current = { written: child, known: knownChild(known, element) };
  }
}
