import { equal } from 'node:assert/strict';
import { baseName } from '../../../server/src/check/view';

describe('baseName', () => {
  const names: readonly (readonly [uri: string, name: string])[] = [
    ['file:///cloud/nova.conf', 'nova.conf'],
    ['file:///cloud/my%20templates/802.1Qbh%2B.vif.xml', '802.1Qbh+.vif.xml'],
    ['file:///cloud/gr%C3%B6%C3%9Fe.py', 'größe.py'],
    ['untitled:Untitled-1', 'untitled:Untitled-1'],
    ['file:///cloud/50%.vif.xml', '50%.vif.xml'],
    ['file:///cloud/', ''],
    ['', ''],
  ];

  for (const [uri, name] of names)
    it(`calls ${JSON.stringify(uri)} ${JSON.stringify(name)}`, () => {
      equal(baseName(uri), name);
    });
});
