import assert from 'node:assert/strict';
import type { Location } from 'vscode-languageserver/node';
import type { TopologyAnswer } from '../../server/src/wire/protocol';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const NAME = { vifType: '802.1Qbh', driver: 'qbh_driver.QbhDriver', part: 'file' } as const;

/** Where the link leads whose name begins with a text. */
function linkTo(picture: string, name: string): Location {
  const links = [...picture.matchAll(/<a href="command:reveal\?([^"]*)" aria-label="([^"]*)">/g)];
  const [, argument = ''] = links.find(([, , label]) => label?.startsWith(name)) ?? [];
  const [location] = JSON.parse(decodeURIComponent(argument)) as [Location];
  return location;
}

describe('openstackVif/topology', () => {
  let example: ReturnType<typeof copyExample>;
  let server: Client;
  beforeEach(async () => {
    example = copyExample('802.1Qbh');
    server = await Client.start({ folder: example.folder, trusted: true, liveRenderings: true });
  });
  afterEach(async () => {
    await server.stop();
    example.dispose();
  });

  const picture = async (): Promise<TopologyAnswer> => {
    const answer = await server.topology({ uri: server.uri(TEMPLATE), ...NAME });
    assert.ok(answer);
    return answer;
  };

  it('draws nothing before something is rendered, and runs no driver for it', async () => {
    await server.open(TEMPLATE);
    assert.equal(await server.topology({ uri: server.uri(TEMPLATE), ...NAME }), null);
  });

  it('draws a rendering for wide and for narrow places', async () => {
    await server.render({ uri: server.uri(TEMPLATE) });
    const { right, down, style } = await picture();
    for (const svg of [right, down]) {
      assert.match(svg, /^<svg [^>]*class="vif-topology (right|down)".*<\/svg>$/s);
      for (const word of ['eth5', 'enterprise_xyz_dept', '02:16:3e:5d:00:01', 'Switch port'])
        assert.ok(svg.includes(`>${word}<`), word);
      assert.ok(!svg.includes('<style'));
    }
    assert.match(style, /--vscode-editor-background/);
  });

  it('leads from each value to where it stands in the template', async () => {
    await server.open(TEMPLATE);
    await server.render({ uri: server.uri(TEMPLATE) });
    const { right } = await picture();
    const textAt = ({ uri, range }: Location): string => {
      assert.equal(uri, server.uri(TEMPLATE));
      return server.document(TEMPLATE).getText(range);
    };
    const names = ['device eth5', 'mode private', 'Host device', 'profile'];
    assert.deepEqual(
      names.map((name) => textAt(linkTo(right, name))),
      ['${source_device}', 'private', 'source', '${profile_name}'],
    );
  });

  it('follows what is typed, and where it stands', async () => {
    await server.open(TEMPLATE);
    await server.render({ uri: server.uri(TEMPLATE) });
    const before = linkTo((await picture()).right, 'device eth5').range.start.line;
    await server.edit(TEMPLATE, '<interface', '\n<interface');
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    const { right } = await picture();
    assert.equal(linkTo(right, 'device eth5').range.start.line, before + 1);
    assert.ok(right.includes('>vepa<'));
    await server.edit(TEMPLATE, '${source_device}', '${no_such_key}');
    assert.ok((await picture()).right.includes('>${no_such_key}<'));
  });

  it('draws nothing any more of a rendering that is closed', async () => {
    const { uri } = await server.render({ uri: server.uri(TEMPLATE) });
    await server.notify('openstackVif/closeRendering', { uri, ...NAME });
    assert.equal(await server.topology({ uri, ...NAME }), null);
  });
});
