import assert from 'node:assert/strict';
import { renderingTitle } from '../../../client/src/renderingTitle';

const CASES: readonly (readonly [path: string, vifType: string, part: 'file' | 'branch', title: string])[] = [
  ['/nova/802.1Qbh.vif.xml', '802.1Qbh', 'file', '802.1Qbh · QbhDriver'],
  ['/nova/nova.vif.xml', 'ovs', 'file', 'nova · ovs · QbhDriver'],
  ['/nova/libvirt.xml.template', '802.1Qbh', 'file', 'libvirt.xml.template · QbhDriver'],
  ['/nova/libvirt.xml.template', '802.1Qbh', 'branch', 'libvirt.xml.template · 802.1Qbh · QbhDriver'],
  ['/nova/libvirt.xml.template', '', 'branch', 'libvirt.xml.template · QbhDriver'],
  ['/nova/a b.vif.xml', 'x/y\\z', 'file', 'a b · x∕y∕z · QbhDriver'],
];

describe('the title of a rendering', () => {
  for (const [path, vifType, part, title] of CASES)
    it(`${path}, ${part} ${vifType}: ${title}`, () => {
      assert.equal(renderingTitle(path, { vifType, driver: 'drivers.qbh.QbhDriver', part }), title);
    });
});
