import assert from 'node:assert/strict';
import { URI, Utils } from 'vscode-uri';
import { Files, isWithin, nameOf } from '../../../server/src/workspace/files';

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

describe('the name of a file', () => {
  for (const uri of [
    'file:///cloud/nova.conf',
    'file:///nova.conf',
    'file:///cloud/a%20b.conf',
    'file:///cloud/a%2Fb.conf',
    'file:///cloud/',
    'file://server/cloud/a.vif.xml',
    'untitled:Untitled-1',
  ]) {
    it(`is the last part of the path of ${uri}`, () => {
      assert.equal(nameOf(uri), Utils.basename(URI.parse(uri)));
    });
  }
});

describe('files that a search has found', () => {
  const uri = 'file:///cloud/nova.conf';
  const asked: (boolean | undefined)[] = [];
  const files = new Files({
    read: (_, isFound) => {
      asked.push(isFound);
      return '';
    },
    names: () => [],
    find: () => Promise.resolve([]),
    answersAtOnce: () => true,
  });

  it('are not looked at before they are read for the first time, and are later on', () => {
    const ways = [
      (): void => {
        files.listed([uri]);
      },
      (): void => {
        files.changedOnDisk(uri);
      },
      (): void => {
        files.listed([uri]);
        files.forgetDisk();
      },
    ];
    for (const way of ways) {
      way();
      files.content(uri);
      files.content(uri);
    }
    assert.deepEqual(asked, [true, false, false]);
  });
});

describe('files that may be copies', () => {
  it('are read beside the one of the same name that was read last', () => {
    const asked: (readonly [uri: string, like: string | undefined])[] = [];
    const files = new Files({
      read: (uri, _, like) => {
        asked.push([uri, like]);
        return uri.endsWith('/none.conf') ? undefined : `text of ${uri}`;
      },
      names: () => [],
      find: () => Promise.resolve([]),
      answersAtOnce: () => true,
    });
    for (const uri of ['file:///a/x.conf', 'file:///a/y.conf', 'file:///b/y.conf', 'file:///b/none.conf', 'file:///b/x.conf', 'file:///c/none.conf']) files.text(uri); // prettier-ignore
    assert.deepEqual(asked, [
      ['file:///a/x.conf', undefined],
      ['file:///a/y.conf', 'text of file:///a/x.conf'],
      ['file:///b/y.conf', 'text of file:///a/y.conf'],
      ['file:///b/none.conf', 'text of file:///b/y.conf'],
      ['file:///b/x.conf', 'text of file:///a/x.conf'],
      ['file:///c/none.conf', 'text of file:///b/x.conf'],
    ]);
  });
});
