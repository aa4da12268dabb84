import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { DRIVER_PATTERN } from '../../../server/src/workspace/driverNames';
import { findOnDisk } from '../../../server/src/workspace/findOnDisk';

describe('the search of the disk', () => {
  let top = '';
  beforeEach(() => {
    top = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-find-'));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  const write = (file: string): void => {
    mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
    writeFileSync(path.join(top, file), '');
  };
  const uri = (file: string): string => URI.file(path.join(top, file)).toString();

  const cases: readonly {
    readonly what: string;
    readonly files: readonly string[];
    readonly patterns: readonly string[];
    readonly found: readonly string[];
  }[] = [
    {
      what: 'a name as it is, and no other',
      files: ['nova.conf', 'a/nova.conf', 'Nova.conf', 'novaXconf', 'nova.conf.orig', 'my-nova.conf'],
      patterns: ['nova.conf'],
      found: ['a/nova.conf', 'nova.conf'],
    },
    {
      what: 'a star for any characters, none too',
      files: ['nova-.conf', 'nova-a.b.conf', 'nova.conf', 'nova-a.conf.d/x.conf'],
      patterns: ['nova-*.conf'],
      found: ['nova-.conf', 'nova-a.b.conf'],
    },
    {
      what: 'one of several endings',
      files: ['a.py', 'b.pyc', 'c.mjs', 'd.js', 'e.cjs', 'f.json', '__init__.py'],
      patterns: [DRIVER_PATTERN],
      found: ['__init__.py', 'a.py', 'c.mjs', 'd.js', 'e.cjs'],
    },
    {
      what: 'what fits several patterns once',
      files: ['a.vif.xml', 'b.xml'],
      patterns: ['*.vif.xml', '*.xml'],
      found: ['a.vif.xml', 'b.xml'],
    },
    {
      what: 'names with any characters in files and folders, as URIs spell them',
      files: ['a b/ü.vif.xml', '#1/x?%.vif.xml', "(it's) [1]{2}+/~!.vif.xml"],
      patterns: ['*.vif.xml'],
      found: ["(it's) [1]{2}+/~!.vif.xml", '#1/x?%.vif.xml', 'a b/ü.vif.xml'],
    },
    {
      what: 'nothing whose name begins with a dot, and nothing in such a folder',
      files: ['.a.vif.xml', '.vif.xml', '.d/a.vif.xml', 'b/.git/a.vif.xml', 'b/c.vif.xml'],
      patterns: ['*.vif.xml'],
      found: ['b/c.vif.xml'],
    },
    {
      what: 'nothing in the folders of tools, but in those of nearly the same name',
      files: ['node_modules/a.vif.xml', 'b/node_modules/c/a.vif.xml', 'node_modules2/a.vif.xml'],
      patterns: ['*.vif.xml'],
      found: ['node_modules2/a.vif.xml'],
    },
  ];
  for (const { what, files, patterns, found } of cases)
    it(`finds ${what}`, async () => {
      for (const file of files) write(file);
      assert.deepEqual(await findOnDisk(uri(''), patterns, true), found.map(uri).sort());
    });

  it('finds only what lies right in the folder, where it is asked for that', async () => {
    for (const file of ['a.vif.xml', 'b/c.vif.xml']) write(file);
    assert.deepEqual(await findOnDisk(uri(''), ['*.vif.xml'], false), [uri('a.vif.xml')]);
  });

  it('takes a link to a file for one, and follows none to a folder', async () => {
    for (const file of ['a/b.vif.xml', 'w/c.txt']) write(file);
    for (const [link, target] of [['w/to-file.vif.xml', '../a/b.vif.xml'], ['w/to-folder', '../a'], ['w/nowhere.vif.xml', 'none'], ['w/folder.vif.xml', '../a']] as const) symlinkSync(target, path.join(top, link)); // prettier-ignore
    assert.deepEqual(await findOnDisk(uri('w'), ['*.vif.xml'], true), [uri('w/to-file.vif.xml')]);
  });

  it('finds no folder, and nothing where there is none', async () => {
    mkdirSync(path.join(top, 'a.vif.xml'));
    assert.deepEqual(await findOnDisk(uri(''), ['*.vif.xml'], true), []);
    assert.deepEqual(await findOnDisk(uri('missing'), ['*.vif.xml'], true), []);
    assert.deepEqual(await findOnDisk('memfs:/cloud', ['*.vif.xml'], true), []);
  });
});
