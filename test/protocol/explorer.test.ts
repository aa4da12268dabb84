import { deepEqual, match } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DriverNode, ExplorerNode } from '../../server/src/wire/protocol';
import { Client, until } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'proposal_driver.py';

describe('the explorer', () => {
  let client: Client;
  let example: ReturnType<typeof copyExample>;

  beforeEach(async () => {
    example = copyExample('proposal');
    client = await Client.start({ folder: example.folder, explorer: true });
  });

  async function tree(): Promise<readonly ExplorerNode[]> {
    return (await client.request('openstackVif/explorer', null)) as ExplorerNode[];
  }

  /** The placeholders of the tree, with their states. */
  async function placeholders(): Promise<readonly string[]> {
    const all = (nodes: readonly ExplorerNode[]): readonly ExplorerNode[] =>
      nodes.flatMap((node) => [node, ...('children' in node ? all(node.children) : [])]);
    return all(await tree()).flatMap((node) => (node.kind === 'placeholder' ? `${node.key}: ${node.state}` : []));
  }

  /** Waits for a change that the server has not told of before. */
  async function changes(what: string, change: () => Promise<void>): Promise<void> {
    const before = client.explorerChanges;
    await change();
    await until(what, () => (client.explorerChanges > before ? true : undefined));
  }

  afterEach(async () => {
    await client.stop();
    example.dispose();
  });

  it('shows what nova.conf selects as soon as it is asked', async () => {
    deepEqual(
      (await tree()).map(({ kind, place }) => [kind, place?.uri]),
      [['conf', client.uri('nova.conf')]],
    );
    deepEqual(await placeholders(), ['mac_address: compute', 'device_name: missing', 'profile_name: provided']);
  });

  it('follows what is typed into the template and the driver, which are not saved', async () => {
    await client.open(TEMPLATE);
    await changes('an edit of the template', () => client.edit(TEMPLATE, 'device_name', 'source_device'));
    match((await placeholders()).join(), /source_device: provided/);
    await client.open(DRIVER);
    await changes('an edit of the driver', () => client.edit(DRIVER, "'source_device'", "'other'"));
    match((await placeholders()).join(), /source_device: missing/);
  });

  it('follows the disk', async () => {
    await tree();
    const file = path.join(example.folder, TEMPLATE);
    await changes('a file that changed', async () => {
      writeFileSync(file, readFileSync(file, 'utf8').replace('device_name', 'source_device'));
      await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: client.uri(TEMPLATE), type: 2 }] });
    });
    match((await placeholders()).join(), /source_device: provided/);
  });

  it('finds the drivers that nova.conf could select', async () => {
    const drivers = (await client.request('openstackVif/explorerDrivers', {
      conf: client.uri('nova.conf'),
    })) as DriverNode[];
    deepEqual(
      drivers.map(({ name, selected }) => [name, selected]),
      [
        ['proposal_driver.ProposalDriver', true],
        ['NovaVifDriver', false],
        ['NeutronPortDriver', false],
      ],
    );
  });
});
