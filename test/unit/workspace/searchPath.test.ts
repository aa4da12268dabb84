import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { URI } from 'vscode-uri';
import type { DriverLookup } from '../../../server/src/check/view';
import type { Disk } from '../../../server/src/workspace/disk';
import { parseDriverName } from '../../../server/src/workspace/driverLookup';
import { isWithin } from '../../../server/src/workspace/files';
import { candidates, moduleResolver } from '../../../server/src/workspace/moduleResolver';
import { nodeDisk } from '../../../server/src/workspace/nodeDisk';
import { defaultSettings } from '../../../server/src/workspace/settings';
import { Workspace } from '../../../server/src/workspace/workspace';

const DRIVER =
  "class Qbh:\n    output_keys = ['key']\n    def getVIFConfiguration(self, instance, network):\n        pass\n";
const IMPORTING = 'from base import Base\nclass Qbh(Base):\n    pass\n';
const BASE = DRIVER.replace('Qbh', 'Base');
const DEEP = { 'deep/inner/base.py': BASE };

type Tree = Readonly<Record<string, string>>;

/** `links` are symbolic links by their place, each with where it leads, seen from there. */
interface Case {
  readonly what: string;
  readonly files: Tree;
  readonly links: Tree;
  /** The folders of the search path beside the root; the root is `w`. */
  readonly folders?: readonly string[];
  readonly name?: string;
  /** The file that is found, and its keys; or what is not found, and the link that is to blame. */
  readonly found: string;
}

const CASES: readonly Case[] = [
  { what: 'a link in the folder', files: { 'w/a.py': DRIVER }, links: { 'w/qbh.py': 'a.py' }, found: 'w/qbh.py: key' },
  {
    what: 'a link out of it',
    files: { 'secret/a.py': DRIVER },
    links: { 'w/qbh.py': '../secret/a.py' },
    found: 'no-module w/qbh.py',
  },
  {
    what: 'a folder that is a link out of it',
    files: { 'secret/qbh.py': DRIVER },
    links: { 'w/drivers': '../secret' },
    name: 'drivers.qbh.Qbh',
    found: 'no-module w/drivers/qbh.py',
  },
  {
    what: 'a folder whose name begins alike',
    files: { 'w2/a.py': DRIVER },
    links: { 'w/qbh.py': '../w2/a.py' },
    found: 'no-module w/qbh.py',
  },
  {
    what: 'links out of it by way of the folder',
    files: { 'secret/a.py': DRIVER },
    links: { 'w/b.py': '../secret/a.py', 'w/qbh.py': 'b.py' },
    found: 'no-module w/qbh.py',
  },
  {
    what: 'a link into another folder of the search path',
    files: { 'more/a.py': DRIVER },
    links: { 'w/qbh.py': '../more/a.py' },
    folders: ['more'],
    found: 'w/qbh.py: key',
  },
  { what: 'a link to itself', files: {}, links: { 'w/qbh.py': 'qbh.py' }, found: 'no-module' },
  {
    what: 'an imported module that is a link in the folder',
    files: { 'w/qbh.py': IMPORTING, 'w/a.py': BASE },
    links: { 'w/base.py': 'a.py' },
    found: 'w/qbh.py: key',
  },
  {
    what: 'an imported module that is a link out of it',
    files: { 'w/qbh.py': IMPORTING, 'secret/base.py': BASE },
    links: { 'w/base.py': '../secret/base.py' },
    found: 'w/qbh.py: not all keys',
  },
  {
    what: 'an import of a folder above, which is a link out of it',
    files: { 'w/qbh.py': 'from deep.inner.base import Base as Qbh\n', ...DEEP },
    links: { 'w/deep': '../deep' },
    found: 'no-class w/qbh.py',
  },
];

/** What a lookup came to, in the words of the cases. */
function shown(lookup: DriverLookup, top: string): string {
  const short = (file: string): string => path.relative(top, file).split(path.sep).join('/');
  const shortUri = (uri: string): string => short(URI.parse(uri).fsPath);
  switch (lookup.kind) {
    case 'found': {
      const { complete, keys } = lookup.declaration;
      return `${shortUri(lookup.view.uri)}: ${complete ? keys.map(({ key }) => key).join(' ') : 'not all keys'}`;
    }
    case 'no-module':
      return ['no-module', ...(lookup.link === undefined ? [] : [short(lookup.link)])].join(' ');
    case 'no-class':
      return `no-class ${shortUri(lookup.view.uri)}`;
    default:
      return lookup.kind;
  }
}

describe('a search path, on the disk', () => {
  let top = '';
  const uri = (file: string): string => URI.file(path.join(top, file)).toString();
  beforeEach(() => {
    top = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-path-'));
    mkdirSync(path.join(top, 'w'));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  function write(files: Tree, links: Tree = {}): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(top, file)), { recursive: true });
      writeFileSync(path.join(top, file), text);
    }
    for (const [link, target] of Object.entries(links)) symlinkSync(target, path.join(top, link));
  }

  async function workspace(root = 'w', folders: readonly string[] = []): Promise<Workspace> {
    const made = new Workspace(nodeDisk);
    await made.setRoots([uri(root)]);
    made.settingsOf = () => ({ ...defaultSettings, driverFolders: folders.map(uri) });
    return made;
  }

  for (const { what, files, links, folders = [], name = 'qbh.Qbh', found } of CASES) {
    it(`${what}: ${found}`, async () => {
      write(files, links);
      const lookup = (await workspace('w', folders)).lookUpDriver(name, uri('w/nova.conf'));
      assert.equal(shown(lookup, top), found);
    });
  }

  it('may itself be a link', async () => {
    write({ 'real/qbh.py': DRIVER }, { linked: 'real' });
    const made = await workspace('linked');
    assert.equal(shown(made.lookUpDriver('qbh.Qbh', uri('linked/nova.conf')), top), 'linked/qbh.py: key');
    made.opened({ uri: uri('linked/unsaved.py'), languageId: 'python', content: DRIVER });
    assert.equal(shown(made.lookUpDriver('unsaved.Qbh', uri('linked/nova.conf')), top), 'linked/unsaved.py: key');
  });

  it('offers no driver that a link outside leads to', async () => {
    write({ 'secret/a.py': DRIVER, 'w/b.py': DRIVER }, { 'w/qbh.py': '../secret/a.py' });
    assert.deepEqual(await (await workspace()).driverNames(uri('w/nova.conf')), ['b.Qbh']);
  });

  it('notices a link that is turned elsewhere', async () => {
    write({ 'secret/a.py': DRIVER, 'w/a.py': DRIVER }, { 'w/qbh.py': 'a.py' });
    const made = await workspace();
    const find = (): string => shown(made.lookUpDriver('qbh.Qbh', uri('w/nova.conf')), top);
    assert.equal(find(), 'w/qbh.py: key');
    rmSync(path.join(top, 'w/qbh.py'));
    symlinkSync('../secret/a.py', path.join(top, 'w/qbh.py'));
    made.changedOnDisk(uri('w/qbh.py'));
    assert.equal(find(), 'no-module w/qbh.py');
  });

  it('says in the diagnostic which link leads out, and what to do', async () => {
    write(
      { 'secret/a.py': DRIVER, 'w/nova.conf': '[DEFAULT]\nlibvirt_vif_driver = qbh.Qbh\n' },
      { 'w/qbh.py': '../secret/a.py' },
    );
    const [problem] = (await workspace()).problems(uri('w/nova.conf'));
    assert.equal(problem?.code, 'selection.driver-module-not-found');
    assert.match(problem.message, /qbh\.py leads out of them by a symbolic link: add the folder/);
  });
});

/** A disk that does not tell capitals apart, as those of Windows and macOS; it has the files under the names they were given. */
function foldingDisk(files: Tree): Disk {
  const fold = (uri: string): string | undefined =>
    Object.keys(files).find((name) => name.toLowerCase() === uri.toLowerCase());
  return {
    read: (uri) => files[fold(uri) ?? ''],
    names: () => [],
    answersAtOnce: () => true,
    find: () => Promise.resolve([]),
    realUri: (uri) => (uri === 'file:///w' ? uri : fold(uri)),
  };
}

describe('a search path, on a disk that does not tell capitals apart', () => {
  const NAMES: readonly (readonly [name: string, file: string, text: string, found: string])[] = [
    ['qbh.Qbh', 'qbh.py', DRIVER, 'found'],
    ['Qbh.Qbh', 'qbh.py', DRIVER, 'no-module'],
    ['Drivers.qbh.Qbh', 'drivers/qbh.py', DRIVER, 'no-module'],
    ['QBH.Qbh', 'QBH.py', DRIVER, 'found'],
    // Node takes the file that the disk gives it.
    ['Qbh.Qbh', 'qbh.mjs', 'export default class Qbh { getVIFConfiguration() { return {}; } }', 'found'],
  ];
  for (const [name, file, text, found] of NAMES) {
    it(`${name}, where there is ${file}: ${found}, as it is for Python and for Node`, () => {
      const made = new Workspace(foldingDisk({ [`file:///w/${file}`]: text }));
      assert.equal(made.lookUpDriver(name, 'file:///w/nova.conf').kind, found);
    });
  }
});

/** Parts of names that try to get out, and such as try nothing. */
const PARTS = ['a', 'Qbh', 'ä', '.', '..', '/', '\\', '\0', '\n', ' ', 'C:', '//server/share/', '%2e%2e%2f', '~', ':', '*', 'con', '__init__', '-', '\u2024', '\uff0f']; // prettier-ignore
const names = fc.array(fc.constantFrom(...PARTS), { maxLength: 8 }).map((parts) => parts.join(''));
const FOLDERS = ['file:///w', 'file:///c%3A/w', 'file://server/share'];

describe('any name at all', () => {
  it('leads a driver to files below the folder of the search path, or nowhere', () => {
    fc.assert(
      fc.property(fc.oneof(names, fc.string({ unit: 'binary' })), fc.constantFrom(...FOLDERS), (name, folder) => {
        const module = parseDriverName(name)?.module;
        for (const [file] of module === undefined ? [] : candidates(folder, module)) {
          assert.ok(file.startsWith(`${folder}/`) && !/\.\.|\\|%2F|%5C|%00/i.test(file), file);
          assert.match(URI.parse(file).path, /^[\p{L}\p{N}_/:]+\.(?:py|[cm]?js)$/u);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('leads an import to files below the folder of the search path, or nowhere', () => {
    const languages = fc.constantFrom('python', 'javascript');
    const asked = fc.oneof(
      names,
      fc.tuple(fc.constantFrom('./', '../', '.', '..'), names).map(([a, b]) => a + b),
    );
    fc.assert(
      fc.property(asked, languages, fc.constantFrom(...FOLDERS), (name, language, folder) => {
        const ending = language === 'python' ? 'py' : 'mjs';
        const resolve = moduleResolver([folder], { text: () => '' });
        const found = resolve(name, { uri: `${folder}/drivers/qbh.${ending}`, language, text: '' });
        assert.ok(
          found === undefined || (isWithin(found.uri, folder) && !/\/\.\.(?:\/|$)/.test(found.uri)),
          found?.uri,
        );
      }),
      { numRuns: 20_000 },
    );
  });
});
