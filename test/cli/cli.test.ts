import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { problemCatalogue } from '../../server/src/problems';
import { version } from '../../server/src/version';
import { copyExample } from '../protocol/workspaceFolder';
import { vif } from './vif';

const XML = `<interface type='direct'>
  <mac address='02:16:3e:5d:00:01'/>
  <source dev='eth5' mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid='enterprise_xyz_dept'/>
  </virtualport>
  <model type='virtio' />
</interface>
`;

describe('vif check', () => {
  const proposal = copyExample('proposal');
  const qbh = copyExample('802.1Qbh');
  after(() => {
    proposal.dispose();
    qbh.dispose();
  });

  it("finds the fault of the proposal's own example, and says where it is", () => {
    const { code, stdout, stderr } = vif(proposal.folder, 'check');
    assert.equal(code, 1);
    assert.match(
      stdout,
      /^802\.1Qbh\.vif\.xml:3:15: error: .*'device_name'.*Did you mean 'source_device'\? \[placeholder\.not-provided\]$/m,
    );
    assert.match(stderr, /3 files checked: 1 error, 0 warnings/);
  });

  it('exits with 0 where there is no error', () => {
    assert.deepEqual(vif(qbh.folder, 'check', '.'), {
      code: 0,
      stdout: '',
      stderr: '3 files checked: 0 errors, 0 warnings, 0 information, 0 hints.\n',
    });
  });

  it("gives JSON with LSP's 0-based ranges and severities as words", () => {
    const { stdout } = vif(proposal.folder, 'check', '--format', 'json');
    const [first] = JSON.parse(stdout) as Record<string, unknown>[];
    assert.deepEqual(Object.keys(first ?? {}), ['file', 'range', 'severity', 'code', 'message']);
    assert.deepEqual(first?.range, { start: { line: 2, character: 14 }, end: { line: 2, character: 28 } });
    assert.equal(first.severity, 'error');
  });

  it('gives SARIF with a rule for each code of the catalogue', () => {
    const log = JSON.parse(vif(proposal.folder, 'check', '--format', 'sarif').stdout) as import('sarif').Log;
    const [run] = log.runs;
    assert.equal(log.version, '2.1.0');
    assert.deepEqual(
      run?.tool.driver.rules?.map(({ id }) => id),
      Object.keys(problemCatalogue),
    );
    const [result] = run.results ?? [];
    assert.deepEqual([result?.ruleId, result?.level], ['placeholder.not-provided', 'error']);
    assert.deepEqual(result?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: '802.1Qbh.vif.xml' },
      region: { startLine: 3, startColumn: 15, endLine: 3, endColumn: 29 },
    });
  });

  it('checks the files that are named, and no others', () => {
    assert.equal(vif(proposal.folder, 'check', 'nova.conf').code, 0);
    assert.match(vif(proposal.folder, 'check', '802.1Qbh.vif.xml').stderr, /^1 file checked: 1 error/);
  });

  it('takes the nova.conf of --conf for all templates', () => {
    writeFileSync(
      path.join(qbh.folder, 'other.conf'),
      '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = other.Other\n',
    );
    writeFileSync(
      path.join(qbh.folder, 'other.py'),
      'class Other:\n    output_keys = []\n    def plug(self, instance, network, mapping):\n        return {}\n',
    );
    const { code, stdout } = vif(qbh.folder, 'check', '--conf', 'other.conf');
    assert.equal(code, 1);
    assert.match(stdout, /other\.Other does not provide 'source_device'/);
  });

  const UNABLE: readonly (readonly [name: string, args: readonly string[], message: RegExp])[] = [
    ['a path that is not there', ['check', 'nowhere'], /nowhere: there is no such file or folder/],
    ['a file of another kind', ['check', 'README.txt'], /README\.txt is no nova\.conf, no template file and no driver/],
    [
      'a folder with nothing to check',
      ['check', 'empty'],
      /No nova\.conf and no template file \(\*\.vif\.xml\) in empty/,
    ],
    ['an unknown option', ['check', '--colour'], /unknown option '--colour'/],
    ['an unknown format', ['check', '--format', 'xml'], /Allowed choices are text, json, sarif, github\./],
    ['an unknown command', ['chekc'], /unknown command 'chekc'/],
    ['a driver name that is none', ['keys', 'Driver'], /'Driver' is no dotted import path/],
    [
      'a module that is not there',
      ['keys', 'no.such.Driver'],
      /The module of no\.such\.Driver is not found\. Searched: /,
    ],
    ['a template that is not there', ['render', '--template', 'no.vif.xml'], /no\.vif\.xml: there is no such file/],
    ['a file that cannot be written', ['render', '--output', 'no/such/folder/x.xml'], /no\/such\/folder\/x\.xml/],
  ];
  for (const [name, args, message] of UNABLE) {
    it(`exits with 2 and says why: ${name}`, () => {
      mkdirSync(path.join(qbh.folder, 'empty'), { recursive: true });
      writeFileSync(path.join(qbh.folder, 'README.txt'), '');
      const { code, stdout, stderr } = vif(qbh.folder, ...args);
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.match(stderr, message);
    });
  }
});

describe('vif render', () => {
  const { folder, dispose } = copyExample('802.1Qbh');
  after(dispose);
  const write = (file: string, ...lines: readonly string[]): void => {
    writeFileSync(path.join(folder, file), lines.join('\n'));
  };

  it('writes the interface XML alone to stdout', () => {
    assert.deepEqual(vif(folder, 'render'), { code: 0, stdout: XML, stderr: '' });
  });

  it('says what libvirt rejects at the placeholder, which with --validate is an error', () => {
    write(
      'long_driver.py',
      'class Long(object):',
      '    def getVIFConfiguration(self, instance, network):',
      "        return {'source_device': 'eth5', 'profile_name': 'x' * 40}",
      '',
    );
    const args = ['render', '--driver', 'long_driver.Long'];
    const said =
      /^802\.1Qbh\.vif\.xml:9: (\w+): libvirt rejects what is rendered: The attribute 'profileid' of <parameters>/;
    const lenient = vif(folder, ...args);
    assert.equal(lenient.code, 0);
    assert.equal(said.exec(lenient.stderr)?.[1], 'warning', lenient.stderr);
    const strict = vif(folder, ...args, '--validate');
    assert.equal(strict.code, 1);
    assert.equal(said.exec(strict.stderr)?.[1], 'error', strict.stderr);
    assert.match(strict.stderr, /libvirt \(virsh\) rejects|virsh was not asked/);
    rmSync(path.join(folder, 'long_driver.py'));
  });

  it('finds nothing to say with --validate where libvirt takes what is rendered', () => {
    const { code, stdout, stderr } = vif(folder, 'render', '--validate');
    assert.equal(stdout, XML);
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      stderr.split('\n').filter((line) => line !== '' && !line.includes('was not asked')),
      [],
    );
  });

  it('does so from any other folder', () => {
    const conf = path.join(folder, 'nova.conf');
    assert.equal(vif('/', 'render', '--conf', conf).stdout, XML);
    assert.equal(vif('/', 'render', '--template', path.join(folder, '802.1Qbh.vif.xml')).stdout, XML);
  });

  it('runs a JavaScript driver', () => {
    assert.equal(vif(folder, 'render', '--driver', 'qbh_driver_js.QbhDriver').stdout, XML);
  });

  it('needs no nova.conf where VIF type and driver are named', () => {
    const templates = path.join(__dirname, '../../templates/nova.vif.xml');
    const args = [
      '--template',
      templates,
      '--vif-type',
      '802.1Qbh',
      '--driver',
      'qbh_driver.QbhDriver',
      '--driver-path',
      folder,
    ];
    const { stdout, code } = vif('/', 'render', ...args, '--request', path.join(folder, 'vif-request.json'));
    assert.equal(code, 0);
    assert.match(stdout, /^<interface type='direct'>[^]*profileid='enterprise_xyz_dept'/);
  });

  it('warns of a placeholder that nothing fills; with --strict that is an error', () => {
    write(
      'half.py',
      'class Half:',
      '    def plug(self, instance, network, mapping):',
      "        print('half')",
      "        return {'source_device': 'eth5'}",
    );
    const loose = vif(folder, 'render', '--driver', 'half.Half');
    assert.equal(loose.code, 0);
    assert.match(loose.stdout, /profileid=\$\{profile_name\}/);
    assert.match(loose.stderr, /^half\n802\.1Qbh\.vif\.xml:\d+: warning: nothing fills 'profile_name'/);
    const strict = vif(folder, 'render', '--driver', 'half.Half', '--strict');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, /error: nothing fills 'profile_name'/);
  });

  it('leaves out what an optional placeholder without a value leaves empty, be it of a <hostdev>', () => {
    write(
      'ib_hostdev.vif.xml',
      "<hostdev mode='subsystem' type='pci' managed='${managed?}'>",
      "  <driver name='${driver?}'/>",
      "  <source><address bus='${bus}' slot='${slot?}'/></source>",
      '</hostdev>',
    );
    write(
      'pci.py',
      'class Pci:',
      '    def plug(self, *args):',
      "        return {'bus': '0x06', 'driver': None, 'slot': ''}",
    );
    const args = ['--template', 'ib_hostdev.vif.xml', '--vif-type', 'ib_hostdev', '--driver', 'pci.Pci', '--strict'];
    const stdout =
      "<hostdev mode='subsystem' type='pci'>\n  <source><address bus='0x06' slot=''/></source>\n</hostdev>\n";
    const ended = vif(folder, 'render', ...args);
    assert.deepEqual({ code: ended.code, stdout: ended.stdout }, { code: 0, stdout });
    assert.match(ended.stderr, /^ib_hostdev\.vif\.xml:3: warning: libvirt rejects what is rendered: .*'slot'.*\n$/);
  });

  it("takes the VIF type that nova.conf leaves open from the request's network, and says where it looked", () => {
    write('open.conf', '[DEFAULT]', 'libvirt_vif_driver = own.Own', '');
    write(
      'two.vif.xml',
      "<vif-templates><template vif-type='ovs'><interface type='bridge'/></template>",
      "<template vif-type='tap'><interface type='ethernet'/></template></vif-templates>",
    );
    write('own.py', 'class Own:', '    def plug(self, instance, network, mapping):', '        return {}');
    write('tap.json', '{"network": {"type": "tap"}}');
    write('none.json', '{"network": {}}');
    const args = ['--template', 'two.vif.xml', '--conf', 'open.conf', '--request'];
    assert.equal(vif(folder, 'render', ...args, 'tap.json').stdout, "<interface type='ethernet'/>\n");
    assert.equal(
      vif(folder, 'render', ...args, 'tap.json', '--vif-type', 'ovs').stdout,
      "<interface type='bridge'/>\n",
    );
    const { code, stderr } = vif(folder, 'render', ...args, 'none.json');
    assert.equal(code, 1);
    assert.match(stderr, /two\.vif\.xml is open.*--vif-type.*libvirt_vif_type in nova\.conf.*"network" of none\.json/);
  });

  it('tells a driver that ships the VIF type that was selected, and no other driver', () => {
    write(
      'tap.vif.xml',
      "<interface type='${interface_type?}' of='${given?}'><target dev='${target_device?}'/></interface>",
    );
    write(
      'own.py',
      'class Own:',
      '    def getVIFConfiguration(self, instance, network):',
      "        return {'given': ' '.join(network)}",
    );
    write('tap.json', '{"network": {"address": "02:16:3e:00:00:01", "devname": "tap0"}}');
    const args = ['--template', 'tap.vif.xml', '--vif-type', 'tap', '--request', 'tap.json', '--driver'];
    assert.deepEqual(
      ['NovaVifDriver', 'own.Own'].map((driver) => vif(folder, 'render', ...args, driver).stdout),
      [
        "<interface type='ethernet'><target dev='tap0'/></interface>\n",
        "<interface of='address devname'></interface>\n",
      ],
    );
  });

  it('writes a file with --output', () => {
    assert.deepEqual(vif(folder, 'render', '--output', 'out.xml'), { code: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(path.join(folder, 'out.xml'), 'utf8'), XML);
  });

  it('exits with 1 and shows the traceback where the driver fails', () => {
    write(
      'bad.py',
      'class Bad:',
      '    def plug(self, instance, network, mapping):',
      "        raise ValueError('no such port')",
    );
    const { code, stdout, stderr } = vif(folder, 'render', '--driver', 'bad.Bad');
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /Traceback[^]*bad\.py[^]*vif: The driver bad\.Bad failed: ValueError: no such port/);
  });

  it('shows what a driver that ships refuses in a sentence, and its traceback with --verbose alone', () => {
    write('no-port.json', '{"network": {}}');
    const args = ['render', '--driver', 'NeutronPortDriver', '--request', 'no-port.json'];
    const { code, stderr } = vif(folder, ...args);
    assert.equal(code, 1);
    assert.match(stderr, /^vif: The driver NeutronPortDriver failed: NeutronError: .*no 'port_id'.*\n$/);
    assert.match(vif(folder, ...args, '--verbose').stderr, /^Traceback[^]*\nvif: The driver NeutronPortDriver failed/);
  });
});

describe('vif keys', () => {
  it("gives the driver's declaration as JSON", () => {
    const { folder, dispose } = copyExample('802.1Qbh');
    const declaration = JSON.parse(vif('/', 'keys', '--driver-path', folder, 'qbh_driver.QbhDriver').stdout) as Record<
      string,
      unknown
    >;
    assert.deepEqual(Object.keys(declaration), ['driver', 'file', 'complete', 'keys']);
    assert.equal(declaration.complete, true);
    const keys = declaration.keys as {
      key: string;
      range: { start: { line: number; character: number } };
      declared: boolean;
    }[];
    assert.deepEqual(
      keys.map(({ key, declared }) => [key, declared]),
      [
        ['source_device', true],
        ['profile_name', true],
      ],
    );
    const line = readFileSync(path.join(folder, 'qbh_driver.py'), 'utf8').split('\n')[keys[0]?.range.start.line ?? 0];
    assert.ok(line?.startsWith('source_device', keys[0]?.range.start.character));
    dispose();
  });
});

describe('vif', () => {
  it('tells its version and all of its options', () => {
    assert.equal(vif('/', '--version').stdout, `${version}\n`);
    const help = (...command: string[]): string => vif('/', ...command, '--help').stdout;
    assert.match(help(), /check[^]*render[^]*keys/);
    for (const option of ['--conf', '--format', 'PATH']) assert.ok(help('check').includes(option), option);
    for (const option of [
      '--conf',
      '--template',
      '--vif-type',
      '--driver ',
      '--driver-path',
      '--request',
      '--strict',
      '--output',
    ]) {
      assert.ok(help('render').includes(option), option);
    }
    assert.ok(help('keys').includes('--driver-path'));
  });
});
