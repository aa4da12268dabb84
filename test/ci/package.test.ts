import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import manifest from '../../package.json';
import { ROOT } from '../installedPrograms';
import { loadedAtStart } from '../../scripts/loadedAtStart';

/** What goes into the package of a folder, by its path with `/`. */
async function packed(cwd: string): Promise<readonly string[]> {
  const files = await listFiles({ cwd, packageManager: PackageManager.None });
  return files.map((file) => file.split(path.sep).join('/')).sort();
}

/** The kinds of files that run, are read while something runs, or that a page for people shows: `folder *.ending`. */
const KINDS = [
  ...['CHANGELOG.md', 'LICENSE', 'README.md', 'SECURITY.md', 'package.json'],
  ...['package.nls.json', 'package.nls.de.json', 'l10n *.json'],
  ...['dist *.js', 'dist *.py', 'drivers *.py', 'schemas *.json', 'snippets *.json', 'syntaxes *.json'],
  ...['templates *.json', 'templates *.xml', 'docs *.md', 'media *.png', 'media *.svg', 'media *.webp'],
  ...['examples *.conf', 'examples *.json', 'examples *.md', 'examples *.mjs', 'examples *.py', 'examples *.xml'],
];

function kindOf(file: string): string {
  const top = file.indexOf('/');
  return top < 0 ? file : `${file.slice(0, top)} *${path.extname(file)}`;
}

/** Every file below a folder of this repository that has an ending. */
function filesBelow(folder: string, ending: string): readonly string[] {
  const names = readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith(ending)).map((name) => path.posix.join(folder, ...name.split(path.sep)));
}

/** The files of the extension that a part of package.json names, wherever they stand: `./syntaxes/….json`. */
function namedFiles(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^\.\/.+\.\w+$/.test(value) ? [value.slice(2)] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(namedFiles) : [];
}

/** What several parts share. */
const SHARED = /^dist\/shared-\w+\.js$/;

/** The most that each may come to. */
const LIMITS = {
  'files of the server at its start': 10,
  'KiB of the server at its start': 400,
  'KiB of the extension at its start': 450,
  'KiB of all programs': 1450,
  'KiB of all pictures': 50,
} as const;

/** What tells that something of a library is there which nothing of ours needs, or which is looked for outside of the package. */
const OF_NO_USE: Readonly<Record<string, RegExp>> = {
  'a search for packages of npm': /yarn global dir/,
  "the client's own look at VS Code's version": /Invalid Version/,
};

/** What tells that something is there which only a part needs. */
const SEEN_LATER: Readonly<Record<string, RegExp>> = {
  'the parser of requests': /InvalidCommentToken/,
  'the search of folders': /exceeds maximum allowed length/,
  'the syntax trees of drivers': /openStart/,
  'the options of nova.conf': /reserved_host_memory_mb/,
  'the grammar of Python': /FormatReplacement/,
  'the grammar of JavaScript': /JSXOpenTag/,
  'the feature of renaming': /nova-compute fills it already/,
  'the host of drivers': /python_host\.py/,
};

describe('the package', () => {
  let files: readonly string[];
  before(async () => {
    files = await packed(ROOT);
  });

  it('holds what runs or is read, and nothing else', () => {
    assert.deepEqual([...new Set(files.map(kindOf))].sort(), [...KINDS].sort());
  });

  it('holds each program once, with its parts beside it', () => {
    const programs = ['cli.js', 'extension.js', 'javascriptHost.js', 'launch.js', 'python_host.py', 'server.js'];
    const launched = ['languageServer.js', 'nodeClient.js'];
    const parts = [
      ...['cheetah', 'features', 'javascript', 'novaConf', 'python'],
      ...['rendering', 'request', 'search', 'syntax', 'topology'],
    ];
    const inBrowser = ['browserClient.js', 'browserExtension.js', 'browserServer.js', 'worker.js'];
    const ofHost = readdirSync(path.join(ROOT, 'server/src/driver/hosts/vif_host')).map((name) => `vif_host/${name}`);
    const expected = [...inBrowser, ...programs, ...launched, ...parts.map((name) => `${name}.js`), ...ofHost].map(
      (name) => `dist/${name}`,
    );
    const found = files.filter((file) => file.startsWith('dist/') && !SHARED.test(file));
    assert.deepEqual(found, expected.sort());
  });

  it('keeps to its limits', () => {
    const ofStart = (program: string): readonly string[] =>
      loadedAtStart(path.join(ROOT, 'dist'), program).map((name) => `dist/${name}`);
    const kibibytes = (names: readonly string[]): number =>
      names.reduce((sum, name) => sum + statSync(path.join(ROOT, name)).size, 0) / 1024;
    const programs = files.filter((file) => /^dist\/.*\.js$/.test(file));
    const sizes = {
      'files of the server at its start': ofStart('server.js').length,
      'KiB of the server at its start': kibibytes(ofStart('server.js')),
      'KiB of the extension at its start': kibibytes(ofStart('extension.js')),
      'KiB of all programs': kibibytes(programs),
      'KiB of all pictures': kibibytes(files.filter((file) => /\.(png|svg|webp)$/.test(file))),
    };
    const limits = Object.keys(LIMITS) as (keyof typeof LIMITS)[];
    assert.deepEqual(
      limits.filter((what) => sizes[what] > LIMITS[what]),
      [],
      JSON.stringify(sizes, null, 2),
    );
  });

  it('weighs at most 600 KiB, as it was packaged last', function () {
    const file = path.join(ROOT, 'out/openstack-vif.vsix');
    // `npm test` packages first.
    if (!existsSync(file) && !process.env.CI) this.skip();
    const kibibytes = statSync(file).size / 1024;
    assert.ok(kibibytes <= 600, `${kibibytes} KiB`);
  });

  it('holds nothing of libraries that nothing needs', () => {
    const programs = files.filter((file) => /^dist\/.*\.js$/.test(file));
    for (const program of programs) {
      const text = readFileSync(path.join(ROOT, program), 'utf8');
      for (const [what, pattern] of Object.entries(OF_NO_USE))
        assert.doesNotMatch(text, pattern, `${program}: ${what}`);
    }
  });

  it('loads with the server nothing that only some files or requests need', () => {
    const loaded = loadedAtStart(path.join(ROOT, 'dist'), 'server.js').map((name) =>
      readFileSync(path.join(ROOT, 'dist', name), 'utf8'),
    );
    for (const [what, pattern] of Object.entries(SEEN_LATER))
      assert.ok(!loaded.some((text) => pattern.test(text)), what);
  });

  it('holds every module of the drivers that ship', () => {
    const modules = filesBelow('drivers', '.py');
    assert.ok(modules.includes('drivers/neutron_port/vif.py'));
    for (const module of modules) assert.ok(files.includes(module), module);
  });

  it('holds every file that package.json names', () => {
    const { main, browser, icon, bin, contributes } = manifest;
    const media = contributes.walkthroughs
      .flatMap(({ steps }) => steps)
      .flatMap(({ media: { image = [], svg = [] } }) => [image, svg].flat());
    const named = [...namedFiles([main, browser, contributes]), ...media, icon, ...Object.values(bin)];
    assert.ok(named.includes('syntaxes/nova-conf.tmLanguage.json'));
    for (const file of named) assert.ok(files.includes(file), file);
  });

  it('holds every page that the README leads to; its pictures are in the repository, where the marketplace finds them', () => {
    const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    const linked = [...readme.matchAll(/(!?)\[[^\]]*\]\((?!https?:)([^)#]+)[^)]*\)/g)];
    assert.ok(linked.some(([, picture]) => picture === '!'));
    for (const [, picture, file = ''] of linked)
      assert.ok(picture === '!' ? existsSync(path.join(ROOT, file)) : files.includes(file), file);
  });

  it('holds nothing of what a run leaves behind', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'vif-package-'));
    const left = [
      ...['drivers/__pycache__/a.cpython-311.pyc', 'drivers/neutron_port/b.pyc', 'examples/proposal/__pycache__/c.pyc'],
      ...['dist/extension.js.map', 'examples/802.1Qbh/debug.log', 'openstack-vif-0.2.0.tgz', 'out/openstack-vif.vsix'],
    ];
    for (const file of [...files, ...left]) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), file === 'package.json' ? JSON.stringify(manifest) : '');
    }
    try {
      assert.deepEqual(await packed(folder), files);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
