import assert from 'node:assert/strict';
import { deviceTree } from '../../../server/src/check/libvirt/deviceTree';
import { checkInterface } from '../../../server/src/libvirt/checkInterface';
import type { Finding } from '../../../server/src/libvirt/finding';
import { parseTemplateFile } from '../../../server/src/template/parse';

/** What the model finds in a device or the template of one, read as an editor reads it. */
export function findingsIn(text: string): readonly Finding[] {
  const file = parseTemplateFile(text, { uri: 'file:///device.vif.xml', vifType: 'device' });
  const span = file.templates[0]?.interfaceSpan;
  assert.deepEqual(file.problems, [], text);
  assert.ok(span, text);
  const device = deviceTree(text, file, span);
  assert.ok(device, text);
  return checkInterface(device);
}
