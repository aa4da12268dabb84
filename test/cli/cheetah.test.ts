import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CHEETAH_DRIVER, CHEETAH_REQUEST, CHEETAH_TEMPLATE, makeCheetahWorkspace } from '../cheetahWorkspace';
import { CheetahOracle, hasCheetah } from '../oracles/cheetah/cheetahOracle';
import { skipWithout } from '../unit/shipped/programs';
import { vif } from './vif';

const TEMPLATE = 'libvirt.xml.template';

const XML = `<domain type='kvm'>
    <name>instance-1</name>
    <memory>2097152</memory>
    <os><type>hvm</type></os>
    <devices>
        <interface type='direct'>
            <mac address='02:16:3e:00:00:01'/>
            <source dev='eth5' mode='private'/>
            <virtualport type='802.1Qbh'>
                <parameters profileid='default'/>
            </virtualport>
            <!-- 10.0.0.3 -->
            
        </interface>
        <interface type='direct'>
            <mac address='02:16:3e:00:00:02'/>
            <source dev='eth6' mode='private'/>
            <virtualport type='802.1Qbh'>
                <parameters profileid='default'/>
            </virtualport>
            <model type='virtio'/>
        </interface>
    </devices>
</domain>
`;

describe('vif render of a Cheetah file', () => {
  let folder: string;
  let dispose: () => void;
  beforeEach(() => {
    ({ folder, dispose } = makeCheetahWorkspace());
  });
  afterEach(() => {
    dispose();
  });
  const write = (file: string, text: string): void => {
    writeFileSync(path.join(folder, file), text);
  };
  const render = (...args: readonly string[]): ReturnType<typeof vif> =>
    vif(folder, 'render', '--template', TEMPLATE, ...args);

  it('writes the whole machine, with every interface of the request, and nothing more', () => {
    assert.deepEqual(render(), { code: 0, stdout: XML, stderr: '' });
    assert.equal(vif(folder, 'render').stdout, XML);
    render('--output', 'out.xml');
    assert.equal(readFileSync(path.join(folder, 'out.xml'), 'utf8'), XML);
    write(TEMPLATE, '<domain/>');
    assert.equal(render().stdout, '<domain/>');
  });

  it('says what libvirt rejects of each interface, which with --validate is an error', () => {
    const [nic] = CHEETAH_REQUEST.nics;
    const network = { ...nic?.network, device: 'no device' };
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, nics: [nic, { network }] }));
    const line = CHEETAH_TEMPLATE.split('\n').findIndex((each) => each.includes("mode='private'")) + 1;
    const said = (severity: string): RegExp =>
      new RegExp(
        `:${line}: ${severity}: libvirt rejects what is rendered: .*'dev' of <source>: 'no device' is no device name`,
      );
    const lenient = render();
    assert.equal(lenient.code, 0);
    assert.match(lenient.stderr, said('warning'));
    const strict = render('--validate');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, said('error'));
    assert.match(strict.stderr, /libvirt \(xmllint\) rejects|xmllint was not asked/);
  });

  it('asks libvirt of the whole machine with --validate', () => {
    const asked = (stderr: string): string[] => stderr.split('\n').filter((line) => !/was not asked|^$/.test(line));
    assert.deepEqual(asked(render('--validate').stderr), []);
    write(
      'vif-request.json',
      JSON.stringify({ ...CHEETAH_REQUEST, template: { ...CHEETAH_REQUEST.template, type: 'x' } }),
    );
    const { stderr } = render('--validate');
    const expected = /^libvirt\.xml\.template:1: error: libvirt \(virsh\) rejects what is rendered: .*domain type/m;
    if (!stderr.includes('virsh was not asked')) assert.match(stderr, expected);
  });

  it('takes another VIF type, and the default branch for one that is not named', () => {
    assert.match(render('--vif-type', 'ethernet').stdout, /<interface type='ethernet'>\n.*\n *<target dev='eth5'\/>/);
    assert.match(render('--vif-type', 'ovs').stdout, /<interface type='bridge'>\n *<source bridge='br100'\/>/);
  });

  it('gives what Cheetah gives for the same values, lists and dictionaries among them', async function () {
    skipWithout(this, hasCheetah() ? [] : ['python3-cheetah']);
    const oracle = new CheetahOracle();
    try {
      const template = '$vif_type $nics $name ${nics[0].ips}\n#for $n in $nics\n$n.ips ${n.extra_params}|\n#end for\n';
      write(TEMPLATE, template);
      const [one, two] = CHEETAH_REQUEST.nics;
      const rest = { profile_name: 'default', bridge_name: 'br100' };
      const nics = [
        { mac_address: one?.network.mac_address, device_name: 'eth5', ips: one?.mapping?.ips, extra_params: null, ...rest },
        { mac_address: two?.network.mac_address, device_name: 'eth6', ips: [], extra_params: two?.network.extra, ...rest },
      ].map(({ mac_address, device_name, ips, extra_params, profile_name, bridge_name }) => ({
        mac_address, device_name, profile_name, ips, extra_params, bridge_name,
      })); // prettier-ignore
      write('qbh.py', CHEETAH_DRIVER.replace("mapping.get('ips', ())", "mapping.get('ips', [])"));
      const search = { ...CHEETAH_REQUEST.template, vif_type: '802.1Qbh', nics };
      assert.deepEqual(await oracle.render(template, [search]), { output: render().stdout });
    } finally {
      oracle.stop();
    }
  });

  it('runs the driver once for the network of a request without nics', () => {
    const [nic] = CHEETAH_REQUEST.nics;
    write('vif-request.json', JSON.stringify({ template: CHEETAH_REQUEST.template, ...nic }));
    const { stdout } = render();
    assert.equal(stdout.match(/<interface/g)?.length, 1);
    assert.match(stdout, /<source dev='eth5'/);
  });

  it('lets its own vif_type and nics count before those of the request', () => {
    const template = { ...CHEETAH_REQUEST.template, nics: 'x', vif_type: 'y' };
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, template }));
    assert.equal(render().stdout, XML);
  });

  it('says for which interface the driver failed', () => {
    const nics = [CHEETAH_REQUEST.nics[0], { network: {} }];
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, nics }));
    const { code, stderr } = render();
    assert.equal(code, 1);
    assert.match(stderr, /The driver qbh\.QbhDriver failed for entry 2 of "nics": KeyError: 'device'/);
  });

  it('leaves what no name is found for as it is written, and says that Cheetah stops there', () => {
    write(TEMPLATE, CHEETAH_TEMPLATE.replace('nic.profile_name', 'nic.profile'));
    const loose = render();
    assert.equal(loose.code, 0);
    assert.equal(loose.stdout.match(/profileid='\$\{nic\.profile\}'/g)?.length, 2);
    const [line, ...others] = loose.stderr.trimEnd().split('\n');
    assert.deepEqual(others, []);
    assert.match(
      line ?? '',
      /template:17: warning: nothing fills 'nic\.profile'; .*Cheetah itself stops with NotFound\.$/,
    );
    const strict = render('--strict');
    assert.equal(strict.code, 1);
    assert.match(strict.stderr, /:17: error: nothing fills 'nic\.profile'/);
  });

  it('refuses a condition on a name that is found nowhere, and says where such names come from', () => {
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, template: {} }));
    for (const name of ['kind', 'type']) {
      write(TEMPLATE, `<domain>\n#if $${name}\n<a/>\n#end if\n</domain>\n`);
      const { code, stdout, stderr } = render();
      assert.deepEqual([code, stdout], [1, '']);
      const place = new RegExp(`template, line 2: .*'${name}'.* "template" of vif-request\\.json`);
      assert.match(stderr, place);
    }
    write(TEMPLATE, '#for $nic in $nics\n#if $nic.none\n<a/>\n#end if\n#end for\n');
    assert.match(render().stderr, /template, line 2: Nothing provides 'none'\.$/m);
  });

  it('renders no file with a directive that is not understood', () => {
    write(TEMPLATE, '<domain>\n#import os\n$os.getpid()\n</domain>\n');
    const { code, stdout, stderr } = render();
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /libvirt\.xml\.template, line 2: /);
  });

  it('finds the values that break the XML', () => {
    const [one, two] = CHEETAH_REQUEST.nics;
    const nics = [
      { ...one, network: { ...one?.network, profile: 'R&D' } },
      { ...two, network: { ...two?.network, extra: "<model type='virtio'>" } },
    ];
    write('vif-request.json', JSON.stringify({ ...CHEETAH_REQUEST, nics }));
    const { code, stderr } = render();
    assert.equal(code, 1);
    assert.match(stderr, /:17: error: The value of 'nic\.profile_name' holds &/);
    assert.match(stderr, /:22: error: The value of 'nic\.extra_params' is put in as XML, and is not well formed/);
  });

  it('needs a VIF type only where the file asks for one', () => {
    write('nova.conf', '[DEFAULT]\nlibvirt_vif_driver = qbh.QbhDriver\n');
    const { code, stderr } = render();
    assert.equal(code, 1);
    assert.match(stderr, /--vif-type.*nova\.conf.*"network" of vif-request\.json/);
    write(TEMPLATE, '<domain>#for $nic in $nics# $nic.device_name#end for#</domain>\n');
    assert.equal(render().stdout, '<domain> eth5 eth6</domain>\n');
    assert.equal(vif(folder, 'render').stdout, '<domain> eth5 eth6</domain>\n');
  });
});
