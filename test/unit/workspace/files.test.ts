import assert from 'node:assert/strict';
import { isWithin } from '../../../server/src/workspace/files';

const CASES: readonly (readonly [uri: string, folder: string, within: boolean])[] = [
  ['file:///cloud/nova.conf', 'file:///cloud', true],
  ['file:///cloud', 'file:///cloud', true],
  ['file:///cloud2/nova.conf', 'file:///cloud', false],
  ['file:///nova.conf', 'file:///cloud', false],
  // The root of a file system.
  ['memfs:/nova.conf', 'memfs:/', true],
  ['memfs:/', 'memfs:/', true],
  ['vscode-test-web://mount/a/nova.conf', 'vscode-test-web://mount/', true],
  ['vscode-vfs://github/a/b', 'vscode-vfs://github/a', true],
  ['vscode-vfs://github/a/b', 'vscode-vfs://gitlab/a', false],
];

describe('whether a file lies in a folder', () => {
  for (const [uri, folder, within] of CASES) {
    it(`${uri} ${within ? 'lies' : 'does not lie'} in ${folder}`, () => {
      assert.equal(isWithin(uri, folder), within);
    });
  }
});
