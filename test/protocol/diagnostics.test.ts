import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { Client, messageOf } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'proposal_driver.py';

describe("the server, on the proposal's own example", () => {
  const example = copyExample('proposal');
  let client: Client;
  const write = (file: string, text: string): void => {
    writeFileSync(path.join(example.folder, file), text);
  };

  beforeEach(async () => {
    client = await Client.start({ folder: example.folder });
  });
  afterEach(async () => {
    assert.equal(await client.stop(), 0);
  });
  after(() => {
    example.dispose();
  });

  it('finds the fault without any file being open', async () => {
    const [problem] = await client.codes(TEMPLATE, ['placeholder.not-provided']);
    assert.match(
      messageOf(problem),
      /proposal_driver\.ProposalDriver does not provide 'device_name'.*source_device and profile_name.*Did you mean 'source_device'/,
    );
    assert.deepEqual(problem?.range, { start: { line: 2, character: 14 }, end: { line: 2, character: 28 } });
    assert.equal(problem.severity, 1);
  });

  it("leads to the driver's and to nova.conf's line", async () => {
    const [problem] = await client.codes(TEMPLATE, ['placeholder.not-provided']);
    const places = problem?.relatedInformation?.map(({ location }) => path.posix.basename(location.uri));
    assert.deepEqual(places, [DRIVER, DRIVER, 'nova.conf']);
  });

  it('hints at the output key that no template uses', async () => {
    await client.open(DRIVER);
    const [hint] = await client.codes(DRIVER, ['driver.key-unused']);
    assert.equal(hint?.severity, 4);
    assert.equal(
      hint.range.start.line,
      client.document(DRIVER).positionAt(client.document(DRIVER).getText().indexOf("'source_device'")).line,
    );
  });

  it('follows each keystroke in the template', async () => {
    await client.open(TEMPLATE);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit(TEMPLATE, 'device_name', 'source_device');
    await client.codes(TEMPLATE, []);
    await client.edit(TEMPLATE, '${profile_name}', '${profile name}');
    const [malformed] = await client.codes(TEMPLATE, ['placeholder.malformed']);
    assert.equal(malformed && client.textAt(TEMPLATE, malformed), '${profile name}');
    await client.edit(TEMPLATE, 'profile name', 'profile_name');
    await client.codes(TEMPLATE, []);
  });

  it('answers each version of an open document', async () => {
    await client.open(TEMPLATE);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit(TEMPLATE, 'device_name', 'source_device');
    await client.answered(TEMPLATE);
    await client.codes(TEMPLATE, []);
  });

  it("mends the template by an unsaved edit of the driver, and breaks it when the driver's editor is closed", async () => {
    await client.open(TEMPLATE);
    await client.open(DRIVER);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit(DRIVER, "'source_device'", "'device_name'");
    await client.codes(TEMPLATE, []);
    await client.codes(DRIVER, []);
    await client.close(DRIVER);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
  });

  it('mends the template by an edit of nova.conf that selects another driver', async () => {
    const other =
      "class Other:\n    output_keys = ['device_name', 'profile_name']\n    def getVIFConfiguration(self, instance, network):\n        return {}\n";
    write('other.py', other);
    await client.open('nova.conf');
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.edit('nova.conf', 'proposal_driver.ProposalDriver', 'other.Other');
    await client.codes(TEMPLATE, []);
    await client.edit('nova.conf', 'other.Other', 'other.Othre');
    const [missing] = await client.codes('nova.conf', ['selection.driver-class-not-found']);
    assert.match(messageOf(missing), /other\.py has no class Othre\. It holds Other\. Did you mean 'other\.Other'\?/);
    await client.edit('nova.conf', 'other.Othre', 'othr.Other');
    const [noModule] = await client.codes('nova.conf', ['selection.driver-module-not-found']);
    assert.ok(messageOf(noModule).includes(example.folder), messageOf(noModule));
    rmSync(path.join(example.folder, 'other.py'));
  });

  it('says in nova.conf that no template is there for the VIF type, and which there are', async () => {
    await client.open('nova.conf');
    await client.edit('nova.conf', '802.1Qbh', '802.1Qbg');
    const [problem] = await client.codes('nova.conf', ['selection.vif-type-unknown']);
    assert.equal(problem && client.textAt('nova.conf', problem), '802.1Qbg');
    assert.match(messageOf(problem), /It holds 802\.1Qbh\. Did you mean '802\.1Qbh'/);
  });

  it('sees changes on the disk: of the driver, of the template, and of a driver that comes and goes', async () => {
    const text = "class ProposalDriver:\n    output_keys = ['device_name', 'profile_name']\n";
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    renameSync(path.join(example.folder, DRIVER), path.join(example.folder, 'away.py'));
    await client.changedOnDisk([DRIVER, FileChangeType.Deleted], ['away.py', FileChangeType.Created]);
    await client.codes('nova.conf', ['selection.driver-module-not-found']);
    await client.codes(TEMPLATE, []);
    write(DRIVER, text);
    await client.changedOnDisk([DRIVER, FileChangeType.Created]);
    await client.codes(DRIVER, ['driver.no-method']);
    rmSync(path.join(example.folder, DRIVER));
    renameSync(path.join(example.folder, 'away.py'), path.join(example.folder, DRIVER));
    await client.changedOnDisk([DRIVER, FileChangeType.Changed]);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    await client.codes(DRIVER, ['driver.key-unused']);
  });

  it('follows a template file that is renamed: its name is the VIF type of a lone <interface>', async () => {
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
    const [from, to] = [path.join(example.folder, TEMPLATE), path.join(example.folder, '802.1Qbg.vif.xml')];
    renameSync(from, to);
    await client.changedOnDisk([TEMPLATE, FileChangeType.Deleted], ['802.1Qbg.vif.xml', FileChangeType.Created]);
    await client.codes('nova.conf', ['selection.vif-type-unknown']);
    await client.codes(TEMPLATE, []);
    renameSync(to, from);
    await client.changedOnDisk([TEMPLATE, FileChangeType.Created], ['802.1Qbg.vif.xml', FileChangeType.Deleted]);
    await client.codes('nova.conf', []);
    await client.codes(TEMPLATE, ['placeholder.not-provided']);
  });

  it('counts ranges in UTF-16 code units, also behind astral characters and in CRLF text', async () => {
    await client.open(
      TEMPLATE,
      "<interface type='direct'>\r\n  <!-- 😀 --><source network='😀' dev='${device_name}'/>\r\n</interface>\r\n",
    );
    const [problem] = await client.codes(TEMPLATE, ['placeholder.not-provided']);
    assert.equal(problem && client.textAt(TEMPLATE, problem), '${device_name}');
  });
});

describe('which nova.conf a template hangs on', () => {
  it('is the nearest above it, and each folder has its own', async () => {
    const example = copyExample('proposal');
    const below = path.join(example.folder, 'host 2', 'templates');
    mkdirSync(below, { recursive: true });
    writeFileSync(
      path.join(below, '802.1Qbh.vif.xml'),
      "<interface type='user'><mac address='${mac_address}'/><source dev='${own}'/></interface>",
    );
    writeFileSync(
      path.join(example.folder, 'host 2', 'nova.conf'),
      '--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=own.Own\n',
    );
    writeFileSync(
      path.join(example.folder, 'host 2', 'own.py'),
      "class Own:\n    output_keys = ['own']\n    def plug(self, instance, network, mapping):\n        return {}\n",
    );
    const client = await Client.start({ folder: example.folder });
    try {
      await client.codes(TEMPLATE, ['placeholder.not-provided']);
      await client.open('host 2/templates/802.1Qbh.vif.xml');
      await client.codes('host 2/templates/802.1Qbh.vif.xml', []);
      await client.edit('host 2/templates/802.1Qbh.vif.xml', 'own', 'ownn');
      await client.codes('host 2/templates/802.1Qbh.vif.xml', ['placeholder.not-provided']);
    } finally {
      await client.stop();
      example.dispose();
    }
  });
});

describe('a folder that has come since the start, of which the client has said nothing', () => {
  it('is looked at when its template is opened', async () => {
    const root = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif root-'));
    const client = await Client.start({ folder: root });
    try {
      const allFilesFound = client.request('workspace/symbol', { query: '' });
      assert.deepEqual(await allFilesFound, []);
      renameSync(copyExample('proposal').folder, path.join(root, 'copy'));
      await client.open(`copy/${TEMPLATE}`);
      await client.codes(`copy/${TEMPLATE}`, ['placeholder.not-provided']);
    } finally {
      await client.stop();
      rmSync(root, { recursive: true });
    }
  });
});

describe('a client that does not watch the disk', () => {
  it('has changes on the disk seen with its next save', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder, watchesDisk: false });
    try {
      await client.open('nova.conf');
      await client.edit('nova.conf', 'proposal_driver.', 'later.');
      await client.codes('nova.conf', ['selection.driver-module-not-found']);
      const text = "class ProposalDriver:\n    output_keys = ['device_name', 'profile_name']\n    plug = None\n";
      writeFileSync(path.join(example.folder, 'later.py'), text);
      await client.saved('nova.conf');
      await client.codes('nova.conf', []);
    } finally {
      await client.stop();
      example.dispose();
    }
  });
});

describe('the end of the server', () => {
  it('comes with its client, when that goes without a word', async () => {
    const example = copyExample('proposal');
    const client = await Client.start({ folder: example.folder });
    assert.equal(typeof (await client.vanish()), 'number');
    example.dispose();
  });
});
