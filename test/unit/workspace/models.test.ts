import assert from 'node:assert/strict';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import { Models } from '../../../server/src/workspace/models';
import { moduleResolver } from '../../../server/src/workspace/moduleResolver';
import { watchParses } from '../driver/watchParses';

const DRIVER = 'file:///w/driver.py';

/** Reads the driver out of these files, with the model that `models` keeps. */
function read(models: Models, files: Readonly<Record<string, string>>): ReturnType<Models['driver']> {
  const texts = new Map(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text]));
  const resolve = moduleResolver(['file:///w'], { text: (uri) => texts.get(uri) });
  return models.driver({ uri: DRIVER, language: 'python', text: texts.get(DRIVER) ?? '' }, resolve);
}

const FILES = {
  'driver.py': 'from base import Base\nclass Driver(Base):\n    pass\n',
  'base.py': 'from keys import KEY\nclass Base:\n    def plug(self, i, n, m):\n        return {KEY: 1}\n',
  'keys.py': "KEY = 'a'\n",
};

describe('the model of a driver', () => {
  it('is kept as long as no text changes that it was read from', () => {
    const models = new Models();
    assert.equal(read(models, FILES), read(models, { ...FILES, 'other.py': '' }));
  });

  for (const [what, changed] of [
    ['its own text', { 'driver.py': `${FILES['driver.py']}# more\n` }],
    ['the text of a module that it imports', { 'base.py': `${FILES['base.py']}# more\n` }],
    ['the text of a module that this one imports', { 'keys.py': "KEY = 'b'\n" }],
    ['which file a module is', { 'base/__init__.py': '' }],
  ] as const) {
    it(`is made anew when another one is: ${what}`, () => {
      const models = new Models();
      assert.notEqual(read(models, FILES), read(models, { ...FILES, ...changed }));
    });
  }

  it('is made anew when a module appears, and when it goes', () => {
    const models = new Models();
    const { 'keys.py': keys, ...without } = FILES;
    const keysOf = (files: Readonly<Record<string, string>>): readonly string[] =>
      read(models, files).module.classes.flatMap((found) => found.keys.map(({ key }) => key));
    assert.deepEqual(keysOf(without), []);
    assert.deepEqual(keysOf({ ...without, 'keys.py': keys }), ['a']);
    assert.deepEqual(keysOf(without), []);
  });

  it('is parsed from what was parsed before, and the modules that it imports are as they were', () => {
    const models = new Models();
    read(models, FILES);
    const parses = watchParses(() => read(models, { ...FILES, 'driver.py': `${FILES['driver.py']}# more\n` }));
    assert.deepEqual(
      parses.map(({ isNew }) => isNew),
      [false],
    );
  });

  it('is parsed after an edit where that touches it, short as it is', () => {
    const models = new Models();
    const driver = (name: string, key: string): string =>
      `class ${name}:\n    def plug(self, instance, network, mapping):\n        return {'${key}': 1, 'b': 2, 'c': network['d']}\n`;
    const text = (key: string): string => driver('First', key) + driver('Second', 'a') + driver('Third', 'a');
    const [first] = watchParses(() => read(models, { 'driver.py': text('a') }));
    const [again] = watchParses(() => read(models, { 'driver.py': text('a b') }));
    assert.ok((again?.steps ?? Infinity) < (first?.steps ?? 0) / 2, `${again?.steps} of ${first?.steps} steps`);
  });

  it('names the modules that it was read from', () => {
    assert.deepEqual(read(new Models(), FILES).module.modules, ['file:///w/base.py', 'file:///w/keys.py']);
  });
});

describe('the models of template files', () => {
  const template = (vifType: string, inside = "<source bridge='${bridge}'/>"): string =>
    `<template vif-type='${vifType}'><interface type='bridge'>${inside}</interface></template>`;
  const file = (...templates: readonly string[]): string =>
    `<vif-templates>${templates.map((text) => text.padEnd(200)).join('')}</vif-templates>`;
  const piecesOf = (models: Models, uri: string, text: string): readonly unknown[] => {
    const { file: read } = models.template(uri, text);
    return read.dialect === 'plain' ? read.pieces.list : [];
  };

  it('share what they have alike where the files have the same name, as copies of a file have', () => {
    const models = new Models();
    const text = file(template('a'), template('b'), template('c'));
    const known = piecesOf(models, 'file:///w/1/a.vif.xml', text);
    assert.equal(piecesOf(models, 'file:///w/2/a.vif.xml', text), known);
    const other = piecesOf(models, 'file:///w/3/a.vif.xml', text.replace("'b'", "'x'"));
    assert.equal(other.filter((piece) => !known.includes(piece)).length, 1);
  });

  it('share nothing of which a quick fix would change the other file', () => {
    const models = new Models();
    const text = file(template('a', "<sorce bridge='${bridge}'/>"), template('b', '<source bridge=${bridge/>'));
    for (const host of [1, 2]) {
      const uri = `file:///w/${host}/a.vif.xml`;
      const { file: read, deviceProblems } = models.template(uri, text);
      const changed = [...read.problems, ...deviceProblems].flatMap(({ fixes = [] }) =>
        fixes.flatMap(({ changes }) => changes.map((change) => change.uri)),
      );
      assert.deepEqual([...new Set(changed)], [uri]);
    }
  });
});

describe('the model of a nova.conf', () => {
  const uri = 'file:///w/nova.conf';
  const text = '[DEFAULT]\nmy_ip = 10.0.0.1\n'.repeat(1000);

  it('is kept as long as its text is the same', () => {
    const models = new Models();
    assert.equal(models.conf(uri, text), models.conf(uri, text));
  });

  it('has the pieces of the one before, but for those that an edit is near', () => {
    const models = new Models();
    const before = new Set(models.conf(uri, text).conf.pieces.map(({ piece }) => piece));
    const { pieces } = models.conf(uri, text.replace('my_ip', 'ip')).conf;
    const read = pieces.filter(({ piece }) => !before.has(piece));
    assert.ok(read.length <= 2 && pieces.length > 10, `${read.length} of ${pieces.length}`);
  });

  it('is that of a file of the same text, as copies have', () => {
    const models = new Models();
    const known = models.conf(uri, text);
    assert.equal(models.conf('file:///w/2/nova.conf', text), known);
    assert.notEqual(models.conf('file:///w/3/nova.conf', text.replace('my_ip', 'ip')), known);
  });

  it('says of each copy what would mend that one', () => {
    const models = new Models();
    for (const host of [1, 2, 1]) {
      const own = `file:///w/${host}/nova.conf`;
      const { conf } = models.conf(own, '[DEFAULT]\nlibvirt_vif_typ = bridge\n');
      const fixes = checkSettings(conf, own, conf.text).flatMap((problem) => problem.fixes ?? []);
      const changed = fixes.flatMap(({ changes }) => changes.map((change) => change.uri));
      assert.deepEqual([...new Set(changed)], [own]);
    }
  });
});
