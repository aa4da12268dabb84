import assert from 'node:assert/strict';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { Client } from './client';

const EXAMPLE = path.join(__dirname, '../../examples/802.1Qbh');
const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';

/** A place for the example, below a fresh folder. */
interface Place {
  readonly name: string;
  /** Where the files lie. */
  readonly folder: string;
  /** A symbolic link to that folder, through which the editor opens it; with a slash at its end, a folder of links to its files. */
  readonly link?: string;
  /** Folders that drivers may come from as well. */
  readonly driverPaths?: readonly string[];
}

const ODD = 'Größe & Ärger #1 %41';

const PLACES: readonly Place[] = [
  { name: 'a folder with blanks, signs and umlauts in its name', folder: ODD.normalize('NFC') },
  { name: 'the same with its umlauts decomposed', folder: ODD.normalize('NFD') },
  { name: 'a folder with the signs of globs in its name', folder: '[a] (b) {c,d} !e *f ?' },
  { name: 'a folder that is a symbolic link', folder: 'real', link: 'link to it' },
  // A link that leads out of every folder that drivers may come from is none.
  {
    name: 'a folder whose files are symbolic links into a folder of the search path',
    folder: 'real',
    link: 'links/',
    driverPaths: ['../real'],
  },
  { name: 'a folder below a symbolic link', folder: 'real/deep', link: 'link/deep' },
];

/** Puts the example there; gives the folder that an editor opens. */
function settle(base: string, { folder, link }: Place): string {
  const real = path.join(base, folder);
  mkdirSync(path.dirname(real), { recursive: true });
  cpSync(EXAMPLE, real, { recursive: true });
  if (link === undefined) return real;
  if (link.endsWith('/')) {
    mkdirSync(path.join(base, link));
    for (const file of readdirSync(real)) symlinkSync(path.join(real, file), path.join(base, link, file));
    return path.join(base, link);
  }
  const [target = folder] = folder.split('/');
  const [name = link] = link.split('/');
  symlinkSync(path.join(base, target), path.join(base, name));
  return path.join(base, link);
}

for (const place of PLACES) {
  describe(`in ${place.name}`, () => {
    let base: string;
    let client: Client;

    beforeEach(async () => {
      base = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif-place-'));
      client = await Client.start({
        folder: settle(base, place),
        ...{ trusted: true, liveRenderings: true, configuration: { driverPaths: place.driverPaths ?? [] } },
      });
      await client.open(TEMPLATE);
    });

    afterEach(async () => {
      await client.stop();
      rmSync(base, { recursive: true, force: true });
    });

    it('a slip in the template is found while one types', async () => {
      await client.codes(TEMPLATE, []);
      await client.edit(TEMPLATE, '${source_device}', '${device_name}');
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
    });

    it('the driver is run as it stands in the editor', async () => {
      await client.open(DRIVER);
      await client.edit(DRIVER, "'source_device': required(", "'source_device': 'eth7', 'other': required(");
      const { xml, message } = await client.render({ uri: client.uri(TEMPLATE) });
      assert.equal(message, null);
      assert.match(xml ?? '', /<source dev='eth7'/);
    });

    it('a driver that fails is marked in its source', async () => {
      await client.open(DRIVER);
      await client.edit(DRIVER, 'return {', 'raise OSError("no such port")\n        return {');
      await client.render({ uri: client.uri(TEMPLATE) });
      const found = await client.codes(DRIVER, ['driver.failed']);
      assert.equal(client.textAt(DRIVER, found[0] ?? assert.fail()), 'raise OSError("no such port")');
    });

    it('a key is renamed in the template and in the driver', async () => {
      await client.open(DRIVER);
      const document = client.document(TEMPLATE);
      const position = document.positionAt(document.getText().indexOf('source_device'));
      const params = { textDocument: { uri: document.uri }, position, newName: 'dev' };
      const edit = (await client.request('textDocument/rename', params)) as WorkspaceEdit;
      assert.deepEqual(Object.keys(edit.changes ?? {}).sort(), [client.uri(TEMPLATE), client.uri(DRIVER)].sort());
      await client.apply(edit);
      await client.codes(TEMPLATE, []);
      await client.codes(DRIVER, []);
    });
  });
}
