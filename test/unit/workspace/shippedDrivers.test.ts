import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { URI } from 'vscode-uri';
import type { DriverLookup } from '../../../server/src/check/view';
import { nodeDisk } from '../../../server/src/workspace/nodeDisk';
import { isShippedName, shippedDriver, shippedDriverNames } from '../../../server/src/driver/shippedDrivers';
import { Workspace } from '../../../server/src/workspace/workspace';
import { TODAYS_VIF_TYPES } from '../../../server/src/languageFeatures/completion/vifTypes';
import { pathOf, read } from '../shipped/files';

const DRIVERS = pathOf('drivers');
const CONF = 'nova.conf';
const TEMPLATE = 'bridge.vif.xml';
const OWN = 'nova_vif_driver.py';

/** An installation without files, as in a browser. */
const NO_FILES: readonly string[] = [];

const uri = (file: string): string => URI.file(file).toString();

function confOf(driver: string): string {
  return `[DEFAULT]\nlibvirt_vif_type = bridge\nlibvirt_vif_driver = ${driver}\n`;
}

function driverOf(className: string): string {
  return `class ${className}:\n    output_keys = ['own_key']\n    def getVIFConfiguration(self, instance, network):\n        return {'own_key': 1}\n`;
}

/** Where a driver name led: the file of the class, or the kind of failure with the nearest names. */
function shown(lookup: DriverLookup, folder: string): string {
  if (lookup.kind !== 'found') return [lookup.kind, ...lookup.nearest].join(' ');
  return URI.parse(lookup.view.uri).fsPath.replace(DRIVERS, 'drivers').replace(folder, 'own');
}

describe('the drivers that ship', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vif-'));
    writeFileSync(
      path.join(folder, TEMPLATE),
      '<interface type="bridge"><source bridge="${bridge_name}"/></interface>',
    );
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  async function workspaceWith(
    driver: string,
    files: Readonly<Record<string, string>> = {},
    shipped: readonly string[] = [uri(DRIVERS)],
  ): Promise<Workspace> {
    for (const [name, text] of Object.entries({ ...files, [CONF]: confOf(driver) })) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    const workspace = new Workspace(nodeDisk, shipped[0]);
    await workspace.setRoots([uri(folder)]);
    return workspace;
  }

  const at = (name: string): string => uri(path.join(folder, name));

  it('are those of the folder drivers, each a class of a module that is named after it', async () => {
    const modules = readdirSync(DRIVERS).flatMap((name) => (name.endsWith('.py') ? [name.slice(0, -3)] : []));
    assert.deepEqual(shippedDriverNames.map((name) => shippedDriver(name)?.module).sort(), modules.sort());
    const workspace = await workspaceWith('x.X');
    for (const name of shippedDriverNames) {
      const lookup = workspace.lookUpDriver(name, at(CONF));
      assert.ok(lookup.kind === 'found', name);
      assert.equal(lookup.view.shipped, true);
      assert.equal(lookup.declaration.complete, true);
      assert.deepEqual(lookup.view.module.problems, []);
    }
  });

  const LOOKUPS: readonly (readonly [what: string, name: string, files: Record<string, string>, found: string])[] = [
    ['a bare class', 'NovaVifDriver', {}, 'drivers/nova_vif_driver.py'],
    ['a dotted name', 'nova_vif_driver.NovaVifDriver', {}, 'drivers/nova_vif_driver.py'],
    [
      'a bare class, though the workspace has a module of that name',
      'NovaVifDriver',
      { [OWN]: driverOf('NovaVifDriver') },
      'drivers/nova_vif_driver.py',
    ],
    [
      'a dotted name that the workspace has as well',
      'nova_vif_driver.NovaVifDriver',
      { [OWN]: driverOf('NovaVifDriver') },
      'own/nova_vif_driver.py',
    ],
    ['a bare class, misspelt', 'NovaVifDrver', {}, 'not-dotted NovaVifDriver'],
    ['a bare class like none of them', 'QbhDriver', {}, 'not-dotted'],
  ];
  for (const [what, name, files, found] of LOOKUPS) {
    it(`${what}: ${name}`, async () => {
      const workspace = await workspaceWith(name, files);
      assert.equal(shown(workspace.lookUpDriver(name, at(CONF)), folder), found.replaceAll('/', path.sep));
    });
  }

  for (const driver of ['NovaVifDriver', 'nova_vif_driver.NovaVifDriver']) {
    it(`${driver}: nothing is said of nova.conf and a template of its keys, nor of the driver itself`, async () => {
      const workspace = await workspaceWith(driver);
      const checked = [...workspace.checkedFiles()];
      assert.deepEqual(checked.sort(), [at(TEMPLATE), at(CONF)].sort());
      for (const file of [...checked, uri(path.join(DRIVERS, OWN))])
        assert.deepEqual(workspace.problems(file), [], file);
    });

    it(`${driver}: nothing is said where the installation has no files, as in a browser`, async () => {
      assert.ok(isShippedName(driver));
      const workspace = await workspaceWith(driver, {}, NO_FILES);
      assert.deepEqual(workspace.problems(at(CONF)), []);
      assert.deepEqual(workspace.problems(at(TEMPLATE)), []);
    });
  }

  for (const [driver, copied] of [
    ['NovaVifDriver', {}],
    ['nova_vif_driver.NovaVifDriver', { [OWN]: read('drivers/nova_vif_driver.py') }],
  ] as const)
    it(`${driver}${OWN in copied ? ', copied into the workspace' : ''}: nothing is said, whichever VIF type of today's Nova is selected`, async () => {
      for (const vifType of TODAYS_VIF_TYPES) {
        const conf = confOf(driver).replace('bridge', vifType);
        const workspace = await workspaceWith(driver, { ...copied, 'nova.vif.xml': read('templates/nova.vif.xml') });
        rmSync(path.join(folder, TEMPLATE), { force: true });
        writeFileSync(path.join(folder, CONF), conf);
        workspace.changedOnDisk(at(CONF));
        assert.equal(workspace.conf(at(CONF))?.selection.vifType?.value, vifType);
        for (const name of [CONF, 'nova.vif.xml', OWN])
          assert.deepEqual(workspace.problems(at(name)), [], `${vifType}, ${name}`);
      }
    });

  it('takes no key more: a placeholder that it does not fill may be renamed, and that is all', async () => {
    const template = '<interface type="bridge"><source bridge="${bridge_nam}"/></interface>';
    const workspace = await workspaceWith('NovaVifDriver', { [TEMPLATE]: template });
    const [problem] = workspace.problems(at(TEMPLATE));
    assert.equal(problem?.code, 'placeholder.not-provided');
    const titles = problem.fixes?.map(({ title }) => title) ?? [];
    assert.equal(titles[0], "Rename the placeholder to 'bridge_name'");
    assert.deepEqual(
      titles.filter((title) => !title.startsWith('Rename the placeholder')),
      [],
    );
  });

  it('are offered by their bare names, behind those of the workspace', async () => {
    const workspace = await workspaceWith('x.X', { 'own.py': driverOf('OwnDriver') });
    assert.deepEqual(await workspace.driverNames(at(CONF)), ['own.OwnDriver', ...shippedDriverNames]);
    const without = await workspaceWith('x.X', { 'own.py': driverOf('OwnDriver') }, NO_FILES);
    assert.deepEqual(await without.driverNames(at(CONF)), ['own.OwnDriver']);
  });

  it('says which keys of a driver are unused only where no others may use it', async () => {
    const elsewhere = mkdtempSync(path.join(tmpdir(), 'vif-'));
    writeFileSync(path.join(elsewhere, 'shared.py'), driverOf('SharedDriver'));
    const workspace = await workspaceWith('own.OwnDriver', { 'own.py': driverOf('OwnDriver') });
    assert.deepEqual(
      workspace.problems(at('own.py')).map(({ code }) => code),
      ['driver.key-unused'],
    );
    workspace.settingsOf = () => ({
      driverFolders: [uri(elsewhere)],
      computeKeys: [],
      levels: new Map(),
    });
    writeFileSync(path.join(folder, CONF), confOf('shared.SharedDriver'));
    workspace.changedOnDisk(at(CONF));
    assert.deepEqual(workspace.problems(uri(path.join(elsewhere, 'shared.py'))), []);
    rmSync(elsewhere, { recursive: true });
  });
});
