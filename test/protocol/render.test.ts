import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { FileChangeType } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Client, messageOf, until, type ClientOptions } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';
const DRIVER = 'qbh_driver.py';

const XML = `<interface type='direct'>
  <mac address='02:16:3e:5d:00:01'/>
  <source dev='eth5' mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid='enterprise_xyz_dept'/>
  </virtualport>
  <model type='virtio' />
</interface>`;

describe('openstackVif.render', () => {
  let example: ReturnType<typeof copyExample>;
  let client: Client | undefined;

  const start = async (options: Omit<ClientOptions, 'folder'> = { trusted: true }): Promise<Client> => {
    client = await Client.start({ folder: example.folder, ...options });
    return client;
  };
  const write = (file: string, text: string): void => {
    writeFileSync(path.join(example.folder, file), text);
  };
  const driver = (...body: readonly string[]): void => {
    write(
      DRIVER,
      [
        'class QbhDriver:',
        '    def getVIFConfiguration(self, instance, network):',
        ...body.map((line) => `        ${line}`),
        '',
      ].join('\n'),
    );
  };

  beforeEach(() => {
    example = copyExample('802.1Qbh');
  });
  afterEach(async () => {
    await client?.stop();
    client = undefined;
    example.dispose();
  });

  it('runs the selected driver and answers the interface XML, to any client', async () => {
    const server = await start();
    const { pieces, ...answer } = await server.render({ uri: server.uri(TEMPLATE) });
    assert.ok(pieces.length > 0);
    assert.deepEqual(answer, {
      uri: server.uri(TEMPLATE),
      vifType: '802.1Qbh',
      driver: 'qbh_driver.QbhDriver',
      part: 'file',
      xml: XML,
      stale: false,
      message: null,
      outdated: null,
      unfilled: [],
      problems: [],
    });
  });

  it('takes nova.conf for the template that it selects, and another driver than nova.conf selects', async () => {
    const server = await start();
    const answer = await server.render({ uri: server.uri('nova.conf'), driver: 'qbh_driver_js.QbhDriver' });
    assert.equal(answer.xml, XML);
    assert.equal(answer.driver, 'qbh_driver_js.QbhDriver');
  });

  it('renders what stands in the editor, not what is on the disk', async () => {
    const server = await start();
    await server.open(TEMPLATE);
    await server.open(DRIVER);
    await server.open('vif-request.json');
    await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
    await server.edit('vif-request.json', 'enterprise_xyz_dept', 'another_dept');
    await server.edit(DRIVER, "'source_device':", "'source_device': 'un' +");
    const answer = await server.render({ uri: server.uri(TEMPLATE) });
    assert.match(answer.xml ?? answer.message ?? '', /dev='uneth5' mode='vepa'[^]*profileid='another_dept'/);
  });

  it('leaves what no key fills as it is written, and reports it', async () => {
    driver("network['extra'] = input and 1", "return {'source_device': 'eth5', **network['more']}");
    const server = await start();
    write('vif-request.json', '{"network": {"mac_address": "02:16:3e:00:00:01", "more": {}}}');
    await server.open(TEMPLATE);
    const answer = await server.render({ uri: server.uri(TEMPLATE) });
    assert.match(answer.xml ?? '', /profileid=\$\{profile_name\}\/>/);
    assert.deepEqual(
      answer.unfilled.map(({ key, range }) => [key, server.document(TEMPLATE).getText(range)]),
      [['profile_name', '${profile_name}']],
    );
    const diagnostics = await until('a report', () =>
      server.diagnostics(TEMPLATE)?.filter(({ code }) => code !== 'template.xml-syntax'),
    );
    assert.ok(diagnostics.some((diagnostic) => messageOf(diagnostic).includes('profile_name')));
  });

  it('tells of each value who gave it, what it was, where its placeholder stands and where the driver provides it', async () => {
    driver("extra = {'source_device': 'a\\'b'}", "extra['unused'] = 1", 'return extra');
    const server = await start();
    await server.open(TEMPLATE);
    await server.open(DRIVER);
    const { xml, pieces, problems } = await server.render({ uri: server.uri(TEMPLATE) });
    const output = TextDocument.create('', 'xml', 0, xml ?? '');
    assert.deepEqual(
      pieces.map(({ range, origin, key, value, source, provider }) => [
        origin,
        key,
        output.getText(range),
        value,
        server.textAt(TEMPLATE, { range: source }),
        provider && server.textAt(DRIVER, provider),
      ]),
      [
        ['compute', 'mac_address', "'02:16:3e:5d:00:01'", '02:16:3e:5d:00:01', '${mac_address}', null],
        ['driver', 'source_device', "'a&apos;b'", "a'b", '${source_device}', 'source_device'],
        ['unfilled', 'profile_name', '${profile_name}', null, '${profile_name}', null],
      ],
    );
    assert.deepEqual(
      problems.filter(({ code }) => code === 'render.unfilled').map(({ range }) => output.getText(range)),
      ['${profile_name}'],
    );
  });

  it('escapes values for the place where they stand', async () => {
    driver("return {'source_device': 'a\\'b\"<&>', 'profile_name': 'x'}");
    const server = await start();
    const { xml } = await server.render({ uri: server.uri(TEMPLATE) });
    assert.match(xml ?? '', /dev='a&apos;b"&lt;&amp;&gt;'/);
  });

  it("keeps what the driver prints out of the XML, and in the client's log", async () => {
    driver("print('<looking for a port>')", "return {'source_device': 'eth5', 'profile_name': 'p'}");
    const server = await start();
    const { xml } = await server.render({ uri: server.uri(TEMPLATE) });
    assert.ok(xml && !xml.includes('looking'));
    await until('the print in the log', () => server.levels.find((line) => line === 'info: <looking for a port>'));
    assert.ok(server.levels.includes(`info: The driver qbh_driver.QbhDriver is run for ${TEMPLATE}.`));
  });

  it("turns an exception into a diagnostic on the driver's line, which goes with the next good run", async () => {
    const good = readFileSync(path.join(example.folder, DRIVER), 'utf8');
    const server = await start();
    await server.open(
      DRIVER,
      "class QbhDriver:\n    output_keys = ['source_device', 'profile_name']\n    def getVIFConfiguration(self, instance, network):\n        raise ValueError('no such port')\n",
    );
    const answer = await server.render({ uri: server.uri(TEMPLATE) });
    assert.equal(answer.xml, null);
    assert.match(answer.message ?? '', /ValueError: no such port/);
    const [problem] = await server.codes(DRIVER, ['driver.failed']);
    assert.equal(problem && server.textAt(DRIVER, problem), "raise ValueError('no such port')");
    const failed = /^error: The driver qbh_driver.QbhDriver failed: .*no such port.*\nTraceback/;
    await until('the traceback in the log', () => server.levels.find((line) => failed.test(line)));
    await server.edit(DRIVER, server.document(DRIVER).getText(), good);
    await server.codes(DRIVER, []);
    assert.equal((await server.render({ uri: server.uri(TEMPLATE) })).xml, XML);
  });

  const FAILURES: readonly (readonly [name: string, body: readonly string[], message: RegExp])[] = [
    ['returns None', ['pass'], /None/],
    ['returns a list', ['return []'], /list/],
    ['returns a nested value', ["return {'source_device': ['eth5']}"], /list.*source_device/],
    ['never returns', ['while True: pass'], /within 1 s/],
    ['ends its process', ['import os', 'os._exit(3)'], /3/],
  ];
  for (const [name, body, message] of FAILURES) {
    it(`says so clearly when a driver ${name}`, async () => {
      driver(...body);
      const server = await start({ trusted: true, configuration: { driverTimeLimit: 1 } });
      const answer = await server.render({ uri: server.uri(TEMPLATE) });
      assert.equal(answer.xml, null);
      assert.match(answer.message ?? '', message);
      assert.match(answer.message ?? '', /qbh_driver\.QbhDriver/);
    });
  }

  it('takes a list for no fault where no placeholder stands for it', async () => {
    driver("return {'source_device': 'eth5', 'profile_name': 'enterprise_xyz_dept', 'ips': [{'ip': '10.0.0.3'}]}");
    const server = await start();
    assert.equal((await server.render({ uri: server.uri(TEMPLATE) })).xml, XML);
  });

  it('renders numbers and booleans as Python writes them', async () => {
    driver("return {'source_device': 1.0, 'profile_name': True}");
    const server = await start();
    assert.match((await server.render({ uri: server.uri(TEMPLATE) })).xml ?? '', /dev='1\.0'[^]*profileid='True'/);
  });

  it("takes the VIF type that nova.conf leaves open from the request's network", async () => {
    const templates = ['ovs', 'tap'].map(
      (vifType) => `<template vif-type='${vifType}'><interface id='${vifType}'/></template>`,
    );
    write(TEMPLATE, `<vif-templates>${templates.join('')}</vif-templates>`);
    write('nova.conf', '[DEFAULT]\nlibvirt_vif_driver = qbh_driver.QbhDriver\n');
    write('vif-request.json', '{"network": {"type": "tap", "device": "eth5", "port_profile": "p"}}');
    const server = await start();
    for (const file of [TEMPLATE, 'nova.conf']) {
      const { vifType, xml, message } = await server.render({ uri: server.uri(file) });
      assert.deepEqual({ vifType, xml, message }, { vifType: 'tap', xml: "<interface id='tap'/>", message: null });
    }
    const asked = await server.render({ uri: server.uri(TEMPLATE), vifType: 'ovs' });
    assert.equal(asked.xml, "<interface id='ovs'/>");
  });

  it('says of a VIF type that is open where it may be set', async () => {
    write(TEMPLATE, "<vif-templates><template vif-type='a'/><template vif-type='b'/></vif-templates>");
    write('nova.conf', '[DEFAULT]\nlibvirt_vif_driver = qbh_driver.QbhDriver\n');
    const server = await start();
    for (const file of [TEMPLATE, 'nova.conf'])
      await assert.rejects(server.render({ uri: server.uri(file) }), /--vif-type.*nova\.conf.*"network" of /);
  });

  it('names the place where a request is no JSON', async () => {
    write('vif-request.json', '{\n  "network": {,}\n}');
    const server = await start();
    assert.match((await server.render({ uri: server.uri(TEMPLATE) })).message ?? '', /vif-request\.json, line 2: /);
  });

  it('uses the request that ships where none is near', async () => {
    rmSync(path.join(example.folder, 'vif-request.json'));
    driver("return {'source_device': network['mac_address'], 'profile_name': 'p'}");
    const server = await start();
    assert.match((await server.render({ uri: server.uri(TEMPLATE) })).xml ?? '', /dev='([0-9a-f]{2}:){5}[0-9a-f]{2}'/);
  });

  it('refuses a document type declaration', async () => {
    const server = await start();
    await server.open(
      TEMPLATE,
      "<!DOCTYPE interface [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n<interface>&e;</interface>\n",
    );
    const answer = await server.render({ uri: server.uri(TEMPLATE) });
    assert.equal(answer.xml, null);
    await server.codes(TEMPLATE, ['template.doctype', 'template.xml-syntax']);
  });

  describe('in a workspace that is not trusted', () => {
    for (const [name, options] of [
      ['by a client that says so', { trusted: false }],
      ['by a client that says nothing of trust', {}],
      ['by a client that says something else', { trusted: 'yes' as unknown as boolean }],
    ] as const) {
      it(`refuses in one sentence and runs nothing: ${name}`, async () => {
        driver(`open(${JSON.stringify(path.join(example.folder, 'mark'))}, 'w')`);
        const server = await start(options);
        await assert.rejects(server.render({ uri: server.uri(TEMPLATE) }), {
          message: `Rendering ${TEMPLATE} runs a VIF driver, and this workspace is not trusted: trust it first.`,
          data: 'untrusted',
        });
        assert.equal(existsSync(path.join(example.folder, 'mark')), false);
      });
    }

    it('renders as soon as trust is granted', async () => {
      const server = await start({});
      await assert.rejects(server.render({ uri: server.uri(TEMPLATE) }), /not trusted/);
      await server.notify('openstackVif/trustGranted');
      assert.equal((await server.render({ uri: server.uri(TEMPLATE) })).xml, XML);
    });
  });

  it('tells what it takes when its argument is wrong', async () => {
    const server = await start();
    await assert.rejects(server.render({}), /openstackVif\.render takes/);
    await assert.rejects(server.render({ uri: server.uri('README.md') }), /README\.md is no template file/);
  });

  describe('live', () => {
    const live = { trusted: true, liveRenderings: true };
    const last = async (server: Client, what: string, pattern: RegExp, stale = false): Promise<void> => {
      await until(what, () => {
        const answer = server.renderings.at(-1);
        return answer?.stale === stale && pattern.test(`${answer.message ?? ''}\n${answer.xml ?? ''}`)
          ? answer
          : undefined;
      });
    };

    /** Waits for what a rendering says is outdated, and gives its XML. */
    const outdated = async (server: Client, expected: string | null, pattern: RegExp): Promise<void> => {
      await until(`a rendering outdated by ${String(expected)}`, () => {
        const answer = server.renderings.at(-1);
        return answer?.outdated === expected && pattern.test(answer.xml ?? '') ? answer : undefined;
      });
      assert.equal(server.renderings.at(-1)?.stale, expected !== null);
    };

    it('follows the template while one types, with what the driver gave when it was run', async () => {
      const server = await start(live);
      await server.open(TEMPLATE);
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
      await last(server, 'the edit of the template', /mode='vepa'/);
      await server.edit(TEMPLATE, "mode='vepa'", 'mode=${profile_name}');
      await last(server, 'another key', /mode='enterprise_xyz_dept'/);
    });

    it('does not run a driver again that has changed, but says so until it is asked', async () => {
      driver(
        `open(${JSON.stringify(path.join(example.folder, 'runs'))}, 'a').write('x')`,
        "return {'source_device': 'eth5', 'profile_name': 'p'}",
      );
      const runs = (): number => readFileSync(path.join(example.folder, 'runs'), 'utf8').length;
      const server = await start(live);
      for (const file of [TEMPLATE, DRIVER]) await server.open(file);
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit(DRIVER, "'eth5'", "'eth7'");
      await outdated(server, 'driver', /dev='eth5'/);
      await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
      await outdated(server, 'driver', /dev='eth5' mode='vepa'/);
      assert.equal(runs(), 1);
      assert.match((await server.render({ uri: server.uri(TEMPLATE) })).xml ?? '', /dev='eth7' mode='vepa'/);
      await outdated(server, null, /dev='eth7'/);
      assert.equal(runs(), 2);
    });

    it('takes the mark away when the text is again what it was', async () => {
      const server = await start(live);
      for (const file of [TEMPLATE, DRIVER, 'vif-request.json']) await server.open(file);
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit(DRIVER, "'source_device':", "'source_device': 'un' +");
      await outdated(server, 'driver', /dev='eth5'/);
      await server.edit(DRIVER, "'source_device': 'un' +", "'source_device':");
      await outdated(server, null, /dev='eth5'/);
      await server.edit('vif-request.json', 'enterprise_xyz_dept', 'another_dept');
      await outdated(server, 'request', /enterprise_xyz_dept/);
      await server.close('vif-request.json');
      await outdated(server, null, /enterprise_xyz_dept/);
    });

    it('says so too where the driver or a module that it imports changes on the disk', async () => {
      write('helper.py', "DEVICE = 'eth5'\n");
      write(
        DRIVER,
        `from helper import DEVICE\nclass QbhDriver:\n    def plug(self, *args):\n        return {'source_device': DEVICE, 'profile_name': 'p'}\n`,
      );
      const server = await start(live);
      await server.render({ uri: server.uri(TEMPLATE) });
      write('helper.py', "DEVICE = 'eth6'\n");
      await server.changedOnDisk(['helper.py', FileChangeType.Changed]);
      await outdated(server, 'driver', /dev='eth5'/);
      await server.render({ uri: server.uri(TEMPLATE) });
      driver("return {'source_device': 'eth7', 'profile_name': 'p'}");
      await server.changedOnDisk([DRIVER, FileChangeType.Changed]);
      await outdated(server, 'driver', /dev='eth6'/);
    });

    it('calls nothing changed because a module is opened', async () => {
      write('other.py', 'x = 1\n');
      const server = await start(live);
      await server.open(TEMPLATE);
      await server.render({ uri: server.uri(TEMPLATE) });
      for (const file of ['other.py', DRIVER]) {
        await server.open(file);
        await server.close(file);
      }
      await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
      await last(server, 'the edit of the template', /mode='vepa'/);
    });

    it('has one rendering for each VIF type, and each follows its own template', async () => {
      const templates = ['ovs', 'tap'].map(
        (vifType) => `<template vif-type='${vifType}'><interface id='${vifType}'/></template>`,
      );
      write(TEMPLATE, `<vif-templates>${templates.join('')}</vif-templates>`);
      write('nova.conf', '[DEFAULT]\nlibvirt_vif_type = ovs\nlibvirt_vif_driver = qbh_driver.QbhDriver\n');
      const server = await start(live);
      for (const file of [TEMPLATE, 'nova.conf']) await server.open(file);
      await server.render({ uri: server.uri(TEMPLATE), vifType: 'tap' });
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit(TEMPLATE, "<interface id='tap'", "<interface id='tap' a='b'");
      await last(server, 'the edit of tap', /<interface id='tap' a='b'/);
      await server.edit('nova.conf', '= ovs', '= tap');
      await last(server, 'the remark', /The VIF type that is selected now is 'tap'[^]*id='ovs'/, true);
    });

    it('keeps the last good output, marked stale, while the text is broken', async () => {
      const server = await start(live);
      await server.open(TEMPLATE);
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit(TEMPLATE, "mode='private'", "mode='private");
      await last(server, 'the stale output', /802\.1Qbh\.vif\.xml, line \d+: [^]*mode='private'/, true);
      await server.edit(TEMPLATE, "mode='private", "mode='vepa'");
      await last(server, 'the mended output', /mode='vepa'/);
    });

    it('runs no other driver than the one that was asked for when nova.conf selects another', async () => {
      write(
        'other.py',
        `open(${JSON.stringify(path.join(example.folder, 'mark'))}, 'w')\nclass Other:\n    def plug(self, *args):\n        return {}\n`,
      );
      const server = await start(live);
      await server.open('nova.conf');
      await server.render({ uri: server.uri(TEMPLATE) });
      await server.edit('nova.conf', 'qbh_driver.QbhDriver', 'other.Other');
      await last(server, 'the remark', /nova\.conf selects the driver other\.Other now/, true);
      assert.equal(existsSync(path.join(example.folder, 'mark')), false);
    });

    it('ends with the document that shows it', async () => {
      const server = await start(live);
      await server.open(TEMPLATE);
      await server.render({ uri: server.uri(TEMPLATE) });
      const { uri, vifType, driver, part } = await server.render({ uri: server.uri(TEMPLATE) });
      await server.notify('openstackVif/closeRendering', { uri, vifType, driver, part });
      const before = server.renderings.length;
      await server.edit(TEMPLATE, "mode='private'", "mode='vepa'");
      await until('the diagnostics of the edit', () =>
        server.published.find(({ version }) => version === server.document(TEMPLATE).version),
      );
      assert.equal(server.renderings.length, before);
    });
  });
});
