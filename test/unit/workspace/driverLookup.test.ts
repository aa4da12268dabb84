import assert from 'node:assert/strict';
import type { DriverView } from '../../../server/src/check/view';
import { parseDriverName, type DriverFiles } from '../../../server/src/workspace/driverLookup';
import { lookUpDriver } from './lookUpDriver';

const CLASS = { keys: [], complete: true, opaqueBase: false, passesNetwork: false, classSpan: { start: 0, end: 0 } };

/** Files in a folder, each with the classes that its module holds. */
function files(texts: Readonly<Record<string, readonly string[]>>): DriverFiles {
  const paths = Object.keys(texts).map((path) => `file:///w/${path}`);
  return {
    exists: (uri) => paths.includes(uri),
    names: (folder) =>
      paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
    text: (uri) => (paths.includes(uri) ? '' : undefined),
    readDriver: (uri, language): DriverView => ({
      uri,
      language,
      text: '',
      module: {
        classes: (texts[uri.slice('file:///w/'.length)] ?? []).map((className) => ({ ...CLASS, className })),
        aliases: [],
        complete: true,
        problems: [],
        modules: [],
      },
    }),
  };
}

/** Where a name leads: the file of the driver, or the kind of failure with the nearest names. */
function lookUp(name: string, texts: Readonly<Record<string, readonly string[]>>, folders = ['file:///w']): string {
  const lookup = lookUpDriver(name, folders, files(texts));
  switch (lookup.kind) {
    case 'found':
      return lookup.view.uri.replace('file:///w/', '');
    case 'not-dotted':
      return lookup.kind;
    default:
      return [lookup.kind, ...lookup.nearest].join(' ');
  }
}

describe('finding a driver by its name', () => {
  const CASES: readonly (readonly [
    what: string,
    name: string,
    files: Readonly<Record<string, readonly string[]>>,
    found: string,
  ])[] = [
    ['a module', 'qbh.Qbh', { 'qbh.py': ['Qbh'] }, 'qbh.py'],
    ['a module of a package', 'drivers.qbh.Qbh', { 'drivers/qbh.py': ['Qbh'] }, 'drivers/qbh.py'],
    ['the package itself', 'drivers.Qbh', { 'drivers/__init__.py': ['Qbh'] }, 'drivers/__init__.py'],
    [
      'a package before a module of its name, as Python does',
      'qbh.Qbh',
      { 'qbh.py': ['Qbh'], 'qbh/__init__.py': ['Qbh'] },
      'qbh/__init__.py',
    ],
    ['JavaScript', 'qbh.Qbh', { 'qbh.mjs': ['Qbh'] }, 'qbh.mjs'],
    ['Python before JavaScript', 'qbh.Qbh', { 'qbh.mjs': ['Qbh'], 'qbh.py': ['Qbh'] }, 'qbh.py'],
    ['a default export without a name', 'qbh.Qbh', { 'qbh.js': [''] }, 'qbh.js'],
    ['a misspelt class', 'qbh.QbhDrvier', { 'qbh.py': ['QbhDriver', 'Other'] }, 'no-class qbh.QbhDriver'],
    ['a misspelt module', 'qbh_drivr.Qbh', { 'qbh_driver.py': ['Qbh'], 'notes.txt': [] }, 'no-module qbh_driver.Qbh'],
    [
      'a misspelt module of a package',
      'drivers.qhb_vif.Qbh',
      { 'drivers/qbh_vif.py': ['Qbh'] },
      'no-module drivers.qbh_vif.Qbh',
    ],
    ['nothing like it', 'nova.virt.Driver', { 'qbh.py': ['Qbh'] }, 'no-module'],
    ['a class without a module', 'Qbh', { 'Qbh.py': ['Qbh'] }, 'not-dotted'],
  ];
  for (const [what, name, texts, found] of CASES) {
    it(`${what}: ${name}`, () => {
      assert.equal(lookUp(name, texts), found);
    });
  }

  it('goes through the folders in their order', () => {
    const texts = { 'b/qbh.py': ['Qbh'], 'a/qbh.py': ['Qbh'] };
    assert.equal(lookUp('qbh.Qbh', texts, ['file:///w/b', 'file:///w/a']), 'b/qbh.py');
  });

  for (const name of ['', '.', '..', 'a..B', '.a.B', 'a/b.C', '../x.C', 'a b.C', 'a.B.', '1.B', 'a.B\n']) {
    it(`never leaves the search path: ${JSON.stringify(name)} is no driver name`, () => {
      assert.equal(parseDriverName(name), undefined);
    });
  }
});
