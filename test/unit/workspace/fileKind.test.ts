import assert from 'node:assert/strict';
import { fileKind, type FileKind } from '../../../server/src/workspace/fileKind';

const CASES: readonly (readonly [name: string, languageId: string | undefined, kind: FileKind | undefined])[] = [
  ['nova.conf', undefined, 'nova-conf'],
  ['nova-compute.conf', 'dosini', 'nova-conf'],
  ['802.1Qbh.vif.xml', 'xml', 'template'],
  ['libvirt.xml.template', 'vif-template', 'cheetah'],
  ['vif-request.json', 'json', 'request'],
  ['802.1Qbh.vif-request.json', 'json', 'request'],
  ['my-vif-request.json', 'json', undefined],
  ['driver.py', 'python', 'python'],
  ['driver.mjs', undefined, 'javascript'],
  // The language decides where the name says nothing …
  ['Untitled-1', 'nova-conf', 'nova-conf'],
  ['interface.xml', 'vif-template', 'template'],
  ['interface.xml', 'xml', undefined],
  ['cinder.conf', undefined, undefined],
  // … and only there: Eglot gives every file of a server the language of the first.
  ['driver.py', 'nova-conf', 'python'],
  ['802.1Qbh.vif.xml', 'nova-conf', 'template'],
  ['nova.conf', 'vif-template', 'nova-conf'],
];

describe('the kind of a file', () => {
  for (const [name, languageId, kind] of CASES) {
    it(`${name} in the language ${languageId ?? 'of nobody'}: ${kind ?? 'none of ours'}`, () => {
      assert.equal(fileKind(name, languageId), kind);
    });
  }
});
