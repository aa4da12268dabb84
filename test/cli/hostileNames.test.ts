import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vif } from './vif';

/** Leaves a mark when it is run, or even imported: in the folder above the workspace. */
const OUTSIDE = `import os
open(os.path.join(os.path.dirname(os.path.realpath(__file__)), 'mark'), 'w').close()
class Driver:
    def getVIFConfiguration(self, instance, network):
        return {'key': 'outside'}
`;
const TEMPLATE = '<interface type="bridge"><source bridge="${key}"/></interface>\n';
const REQUEST = '{"instance": {}, "network": {}}\n';

describe('a driver name cannot leave the search path', () => {
  let top = '';
  let folder = '';
  beforeEach(() => {
    top = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-names-'));
    folder = path.join(top, 'w');
    mkdirSync(path.join(folder, 'drivers'), { recursive: true });
    writeFileSync(path.join(top, 'outside.py'), OUTSIDE);
    writeFileSync(path.join(folder, 'bridge.vif.xml'), TEMPLATE);
    writeFileSync(path.join(folder, 'vif-request.json'), REQUEST);
    symlinkSync('../outside.py', path.join(folder, 'linked.py'));
    symlinkSync('../..', path.join(folder, 'drivers/up'));
  });
  afterEach(() => {
    rmSync(top, { recursive: true });
  });

  const NAMES = [
    ...['..outside.Driver', '../outside.Driver', '..\\outside.Driver', '../outside.py', '/tmp/outside.Driver'],
    ...['C:\\outside.Driver', '\\\\server\\share\\outside.Driver', '//server/share/outside.Driver', 'outside.Driver.'],
    ...['.outside.Driver', 'drivers...outside.Driver', 'drivers/../../outside.Driver', '%2e%2e%2foutside.Driver'],
    ...['outside.Driver', 'linked.Driver', 'drivers.up.outside.Driver', 'file:///tmp/outside.Driver', ''],
  ];
  for (const name of NAMES) {
    it(`given as an option: ${JSON.stringify(name)}`, () => {
      const { code, stdout, stderr } = vif(folder, 'render', '--template', 'bridge.vif.xml', '--driver', name);
      assert.deepEqual([code, stdout], [1, ''], stderr);
      assert.match(stderr, /^vif: The driver .* (?:is not found|is no dotted import path)/);
      assert.equal(existsSync(path.join(top, 'mark')), false);
    });

    it(`set in nova.conf: ${JSON.stringify(name)}`, () => {
      writeFileSync(path.join(folder, 'nova.conf'), `[DEFAULT]\nlibvirt_vif_driver = ${name}\n`);
      const checked = vif(folder, 'check', '.', '--format', 'json');
      const files = (JSON.parse(checked.stdout) as { file: string }[]).map(({ file }) => file);
      assert.deepEqual(
        files.filter((file) => !['nova.conf', 'bridge.vif.xml'].includes(file)),
        [],
      );
      const { code, stdout } = vif(folder, 'render', '--template', 'bridge.vif.xml');
      assert.deepEqual([code, stdout], [1, '']);
      assert.equal(existsSync(path.join(top, 'mark')), false);
    });
  }

  it('reads no keys of what lies outside', () => {
    const { code, stdout, stderr } = vif(folder, 'keys', 'linked.Driver');
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /linked\.py leads out of them by a symbolic link: add the folder that it leads to\./);
  });

  it('finds it where its folder is added', () => {
    const { code, stdout } = vif(folder, 'render', '--template', 'bridge.vif.xml', '--driver', 'linked.Driver', '--driver-path', top); // prettier-ignore
    assert.equal(code, 0);
    assert.match(stdout, /outside/);
  });
});

describe('a document type declaration is refused', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-doctype-'));
    writeFileSync(path.join(folder, 'secret'), 'the secret');
    writeFileSync(path.join(folder, 'vif-request.json'), REQUEST);
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const DECLARATIONS = [
    '<!DOCTYPE interface>',
    '<!DOCTYPE interface SYSTEM "secret">',
    '<!DOCTYPE interface [<!ENTITY e SYSTEM "secret">]>',
    '<!DOCTYPE interface [<!ENTITY % e SYSTEM "secret"> %e;]>',
    '<!DOCTYPE interface [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!doctype interface>',
  ];
  const driver = (value: string): string =>
    `class Driver:\n    def getVIFConfiguration(self, instance, network):\n        return {'key': ${JSON.stringify(value)}}\n`;
  const render = (template: string): ReturnType<typeof vif> =>
    vif(folder, 'render', '--template', template, '--driver', 'driver.Driver', '--vif-type', 'bridge');

  for (const declaration of DECLARATIONS) {
    it(`in a plain template: ${declaration}`, () => {
      writeFileSync(path.join(folder, 'driver.py'), driver('x'));
      writeFileSync(path.join(folder, 'bridge.vif.xml'), `${declaration}\n<interface>\${key}</interface>\n`);
      const { code, stdout, stderr } = render('bridge.vif.xml');
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, /document type declaration is refused/);
      assert.match(vif(folder, 'check').stdout, /\[template\.doctype\]/);
    });

    it(`in a Cheetah template: ${declaration}`, () => {
      writeFileSync(path.join(folder, 'driver.py'), driver('x'));
      writeFileSync(
        path.join(folder, 'libvirt.xml.template'),
        `${declaration}\n<interface type="bridge"></interface>\n`,
      );
      const { code, stderr } = render('libvirt.xml.template');
      assert.equal(code, 1);
      assert.match(stderr, /document type declaration is refused/);
      assert.match(vif(folder, 'check').stdout, /\[template\.doctype\]/);
    });

    it(`in a value: ${declaration}`, () => {
      writeFileSync(path.join(folder, 'driver.py'), driver(declaration));
      const template = '#for $nic in $nics\n<interface type="bridge">${nic.key}</interface>\n#end for\n';
      writeFileSync(path.join(folder, 'libvirt.xml.template'), template);
      const { code, stderr } = render('libvirt.xml.template');
      assert.equal(code, 1);
      assert.match(stderr, /error: .*document type declaration is refused/);
      writeFileSync(path.join(folder, 'bridge.vif.xml'), '<interface>${key}</interface>\n');
      const plain = render('bridge.vif.xml');
      assert.equal(plain.code, 0);
      assert.match(plain.stdout, /&lt;!doctype/i);
    });
  }
});
