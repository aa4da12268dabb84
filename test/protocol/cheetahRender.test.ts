import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHEETAH_REQUEST, makeCheetahWorkspace } from '../cheetahWorkspace';
import { Client, messageOf, until } from './client';

const TEMPLATE = 'libvirt.xml.template';

/** What the branch of 802.1Qbh gives for one interface. */
function branch(mac: string, device: string, rest: string): string {
  return `        <interface type='direct'>
            <mac address='02:16:3e:00:00:${mac}'/>
            <source dev='${device}' mode='private'/>
            <virtualport type='802.1Qbh'>
                <parameters profileid='default'/>
            </virtualport>
${rest}
        </interface>
`;
}

const INTERFACES =
  branch('01', 'eth5', '            <!-- 10.0.0.3 -->\n            ') +
  branch('02', 'eth6', "            <model type='virtio'/>");
const DOMAIN = `<domain type='kvm'>
    <name>instance-1</name>
    <memory>2097152</memory>
    <os><type>hvm</type></os>
    <devices>
${INTERFACES}    </devices>
</domain>
`;

describe('openstackVif.render of a Cheetah file', () => {
  let workspace: ReturnType<typeof makeCheetahWorkspace>;
  let server: Client;

  beforeEach(async () => {
    workspace = makeCheetahWorkspace();
    server = await Client.start({ folder: workspace.folder, trusted: true, liveRenderings: true });
  });
  afterEach(async () => {
    await server.stop();
    workspace.dispose();
  });
  const write = (file: string, text: string): void => {
    writeFileSync(path.join(workspace.folder, file), text);
  };
  const live = async (what: string, pattern: RegExp, stale = false): Promise<void> => {
    await until(what, () => {
      const answer = server.renderings.at(-1);
      return answer?.stale === stale && pattern.test(`${answer.message ?? ''}\n${answer.xml ?? ''}`)
        ? answer
        : undefined;
    });
  };

  it('answers the whole machine, for the template and for the nova.conf that selects it', async () => {
    for (const file of [TEMPLATE, 'nova.conf'])
      assert.deepEqual(
        { ...(await server.render({ uri: server.uri(file) })), pieces: [] },
        {
          uri: server.uri(TEMPLATE),
          vifType: '802.1Qbh',
          driver: 'qbh.QbhDriver',
          part: 'file',
          xml: DOMAIN,
          stale: false,
          message: null,
          outdated: null,
          unfilled: [],
          pieces: [],
          problems: [],
        },
      );
  });

  it('answers what one branch gives, for all interfaces', async () => {
    const uri = server.uri(TEMPLATE);
    assert.equal((await server.render({ uri, part: 'branch' })).xml, INTERFACES);
    assert.equal((await server.render({ uri, part: 'file' })).xml, DOMAIN);
    const { xml } = await server.render({ uri, vifType: 'bridge', part: 'branch' });
    const bridge = "        <interface type='bridge'>\n            <source bridge='br100'/>\n        </interface>\n";
    assert.equal(xml, bridge + bridge);
  });

  it('says what it takes where the part is none', async () => {
    await assert.rejects(server.render({ uri: server.uri(TEMPLATE), part: 'domain' }), /"part": "file" or "branch"/);
  });

  it('follows the template, and tells what else has changed', async () => {
    for (const file of [TEMPLATE, 'nova.conf', 'qbh.py', 'vif-request.json']) await server.open(file);
    await server.render({ uri: server.uri(TEMPLATE), part: 'branch' });
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    await live('the edit of the template', /mode='vepa'/);
    await server.edit(TEMPLATE, '#end for', '#end while');
    await live('the stale output', /libvirt\.xml\.template, line \d+: [^]*dev='eth6'/, true);
    await server.edit(TEMPLATE, '#end while', '#end for');
    await live('the mended output', /dev='eth6'/);
    await server.edit('nova.conf', '802.1Qbh', 'ethernet');
    await live('the edit of nova.conf', /The VIF type that is selected now is 'ethernet'[^]*type='direct'/, true);
    await server.edit('qbh.py', "'device_name':", "'device_name': 'un' +");
    await until('the mark', () => (server.renderings.at(-1)?.outdated === 'driver' ? true : undefined));
  });

  it('has one rendering for the whole file and one for each branch, which follow the typing together', async () => {
    const uri = server.uri(TEMPLATE);
    await server.open(TEMPLATE);
    for (const params of [{}, { part: 'branch' }, { part: 'branch', vifType: 'bridge' }])
      await server.render({ uri, ...params });
    const before = server.renderings.length;
    await server.edit(TEMPLATE, "<source bridge='", "<source  bridge='");
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    const seen = (): Set<string> =>
      new Set(server.renderings.slice(before).map(({ vifType, part, xml }) => {
        const root = /^\s*<(\w+)/.exec(xml ?? '')?.[1] ?? '';
        return `${part} ${vifType} <${root}>`;
      })); // prettier-ignore
    await until('three renderings', () => (seen().size === 3 ? true : undefined));
    assert.deepEqual(
      seen(),
      new Set(['file 802.1Qbh <domain>', 'branch 802.1Qbh <interface>', 'branch bridge <interface>']),
    );
  });

  it('reports what no name is found for, once', async () => {
    await server.open(TEMPLATE);
    await server.edit(TEMPLATE, 'nic.profile_name', 'nic.profile');
    const { unfilled, xml } = await server.render({ uri: server.uri(TEMPLATE) });
    assert.deepEqual(
      unfilled.map(({ key, range }) => [key, server.document(TEMPLATE).getText(range)]),
      [['nic.profile', '${nic.profile}']],
    );
    assert.equal(xml?.match(/\$\{nic\.profile\}/g)?.length, 2);
  });

  it('reports a name outside of the branch only where all is rendered', async () => {
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, template: { type: 'kvm', name: 'vm' } }));
    const uri = server.uri(TEMPLATE);
    assert.deepEqual((await server.render({ uri, part: 'branch' })).unfilled, []);
    await server.open(TEMPLATE);
    const { unfilled } = await server.render({ uri });
    assert.deepEqual(unfilled.map(({ key }) => key), ['memory_kb']); // prettier-ignore
    const found = await until('the diagnostic', () =>
      server.diagnostics(TEMPLATE)?.find(({ code }) => code === 'render.unfilled'),
    );
    assert.match(messageOf(found), /'memory_kb'.*Cheetah itself stops with NotFound/);
  });

  it('turns values that libvirt rejects into diagnostics at their placeholders, of the branch alone or the whole', async () => {
    const [nic] = CHEETAH_REQUEST.nics;
    const network = { ...nic?.network, profile: 'x'.repeat(40) };
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, nics: [{ network }] }));
    await server.open(TEMPLATE);
    await server.open('vif-request.json');
    const other = 'cheetah.vif-type-not-selected';
    for (const part of ['branch', 'file']) {
      await server.render({ uri: server.uri(TEMPLATE), part });
      const [, rejected] = await server.codes(TEMPLATE, [other, 'render.rejected']);
      assert.equal(rejected && server.textAt(TEMPLATE, rejected), '${nic.profile_name}');
    }
  });

  it('finds what libvirt does not know while one types', async () => {
    await server.open(TEMPLATE);
    const other = 'cheetah.vif-type-not-selected';
    await server.codes(TEMPLATE, [other]);
    await server.edit(TEMPLATE, "<target dev='${nic.device_name}'/>", "<target dev='${nic.device_name}' devv='x'/>");
    const [unknown] = await server.codes(TEMPLATE, ['libvirt.unknown-attribute', other]);
    assert.equal(unknown && server.textAt(TEMPLATE, unknown), 'devv');
  });

  it('turns values that break the XML into diagnostics at their placeholders, until they are mended', async () => {
    const [nic] = CHEETAH_REQUEST.nics;
    const network = { ...nic?.network, profile: "it's", extra: '<b>' };
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, nics: [{ network }] }));
    await server.open(TEMPLATE);
    await server.open('vif-request.json');
    await server.render({ uri: server.uri(TEMPLATE) });
    const other = 'cheetah.vif-type-not-selected';
    const problems = await server.codes(TEMPLATE, [other, 'cheetah.value-unescaped', 'cheetah.fragment-malformed']);
    assert.deepEqual(
      problems.slice(1).map((problem) => server.textAt(TEMPLATE, problem)),
      ['${nic.profile_name}', '${nic.extra_params}'],
    );
    await server.edit('vif-request.json', "it's", 'its');
    await server.render({ uri: server.uri(TEMPLATE) });
    await server.codes(TEMPLATE, [other, 'cheetah.fragment-malformed']);
    await server.edit('vif-request.json', '<b>', "<model type='virtio'/>");
    await server.render({ uri: server.uri(TEMPLATE) });
    await server.codes(TEMPLATE, [other]);
  });
});
