import { equal, match, rejects } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = 'bridge.vif.xml';
const OWN_ADDRESS = '02:16:3e:5d:00:01';
const OTHER = 'other.vif-request.json';

describe('the request of a rendering', () => {
  let client: Client;
  let example: ReturnType<typeof copyExample>;

  beforeEach(async () => {
    example = copyExample('bridge');
    const own = readFileSync(path.join(example.folder, 'vif-request.json'), 'utf8');
    writeFileSync(path.join(example.folder, OTHER), own.replaceAll(OWN_ADDRESS, '02:16:3e:00:00:99'));
    client = await Client.start({ folder: example.folder, trusted: true });
  });
  afterEach(async () => {
    await client.stop();
    example.dispose();
  });

  async function xml(params: object = {}): Promise<string> {
    return (await client.render({ uri: client.uri(TEMPLATE), ...params })).xml ?? '';
  }

  it('is the one that the render command is handed', async () => {
    match(await xml({ request: client.uri(OTHER) }), /02:16:3e:00:00:99/);
    match(await xml(), /02:16:3e:5d/);
  });

  it('is the one that was chosen, until the nearest counts again', async () => {
    await client.notify('openstackVif/chooseRequest', { uri: client.uri('.'), request: client.uri(OTHER) });
    match(await xml(), /02:16:3e:00:00:99/);
    await client.notify('openstackVif/chooseRequest', { uri: client.uri('.'), request: null });
    match(await xml(), /02:16:3e:5d/);
  });

  it('may lie outside of the folder under any name, and is read again when the client tells that it changed', async () => {
    const elsewhere = copyExample('bridge');
    const file = path.join(elsewhere.folder, 'port 7.json');
    const write = (address: string): void => {
      const text = readFileSync(path.join(elsewhere.folder, 'vif-request.json'), 'utf8');
      writeFileSync(file, text.replaceAll(OWN_ADDRESS, address));
    };
    write('02:16:3e:00:00:07');
    await client.notify('openstackVif/chooseRequest', { uri: client.uri('.'), request: client.uri(file) });
    match(await xml(), /02:16:3e:00:00:07/);
    write('02:16:3e:00:00:08');
    match(await xml(), /02:16:3e:00:00:07/);
    await client.changedOnDisk([file, FileChangeType.Changed]);
    match(await xml(), /02:16:3e:00:00:08/);
    elsewhere.dispose();
  });

  it('is read as it stands in the editor', async () => {
    await client.open(OTHER);
    await client.edit(OTHER, '00:00:99', '00:00:88');
    match(await xml({ request: client.uri(OTHER) }), /02:16:3e:00:00:88/);
  });

  it('is named where it cannot be read, or is no URI', async () => {
    const answer = await client.render({ uri: client.uri(TEMPLATE), request: client.uri('none.vif-request.json') });
    match(answer.message ?? '', /none\.vif-request\.json cannot be read/);
    await rejects(xml({ request: 7 }), /"request": "file:/);
  });
});

describe('a new request', () => {
  it('is made by the server, for a template', async () => {
    const example = copyExample('bridge');
    const client = await Client.start({ folder: example.folder });
    const ask = (file: string): Promise<unknown> =>
      client.request('openstackVif/newRequest', { uri: client.uri(file) });
    match(String(await ask(TEMPLATE)), /"type": "bridge"/);
    equal(await ask('bridge_driver.py'), null);
    await client.stop();
    example.dispose();
  });
});
