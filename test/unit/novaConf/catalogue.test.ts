import assert from 'node:assert/strict';
import {
  findNovaOption,
  findNovaOptions,
  novaOptions,
  optionGroups,
  optionsIn,
} from '../../../server/src/novaConf/catalogue';
import { historicOptions } from '../../../server/src/novaConf/catalogue/historicOptions';
import { purposes } from '../../../server/src/novaConf/catalogue/purposes';
import { vifOptions } from '../../../server/src/novaConf/options';
import { valueFault } from '../../../server/src/novaConf/values/valueFault';

describe('the catalogue of options', () => {
  it('holds what Nova and its libraries register', () => {
    assert.ok(novaOptions().length > 1000);
    const known: readonly [group: string, name: string, type: string][] = [
      ['DEFAULT', 'debug', 'boolean'],
      ['libvirt', 'virt_type', 'string'],
      ['neutron', 'auth_url', 'string'],
      ['oslo_messaging_rabbit', 'rabbit_qos_prefetch_count', 'integer'],
      ['oslo_concurrency', 'lock_path', 'string'],
      ['oslo_policy', 'policy_file', 'string'],
      ['os_vif_ovs', 'ovsdb_connection', 'string'],
      ['pci', 'device_spec', 'multi'],
    ];
    for (const [group, name, type] of known)
      assert.equal(findNovaOption(group, name)?.type, type, `[${group}] ${name}`);
  });

  it('has the facts of an option', () => {
    assert.deepEqual(findNovaOption('libvirt', 'virt_type'), {
      group: 'libvirt',
      name: 'virt_type',
      type: 'string',
      default: 'kvm',
      choices: ['kvm', 'lxc', 'qemu', 'parallels'],
      purpose: purposes.libvirt?.virt_type,
    });
  });

  it('begins with [DEFAULT], and has each section once', () => {
    const groups = optionGroups();
    assert.equal(groups[0], 'DEFAULT');
    assert.equal(new Set(groups).size, groups.length);
    assert.ok(groups.every((group) => optionsIn(group).every((option) => option.group === group)));
  });

  it('finds a section in whatever case it is written, but for DEFAULT', () => {
    assert.equal(optionsIn('LibVirt'), optionsIn('libvirt'));
    assert.deepEqual(optionsIn('default'), []);
  });

  const found: readonly [title: string, group: string, name: string, expected: string | undefined][] = [
    ['its name', 'libvirt', 'cpu_models', '[libvirt] cpu_models'],
    ['an older name', 'libvirt', 'cpu_model', '[libvirt] cpu_models'],
    ['an older name in another section', 'DEFAULT', 'osapi_max_limit', '[api] max_limit'],
    ['an older name in a section that is written otherwise', 'database', 'sql_connection', '[database] connection'],
    ['an older name that has dashes', 'cinder', 'user-name', '[cinder] username'],
    ['a historic name', 'DEFAULT', 'libvirt_type', '[DEFAULT] libvirt_type'],
    [
      'what any way to log in to Keystone reads',
      'keystone_authtoken',
      'application_credential_id',
      '[keystone_authtoken] application_credential_id',
    ],
    ['no name with dashes that nova.conf has with underscores', 'cinder', 'collect-timing', undefined],
    ['no option of another section', 'DEFAULT', 'virt_type', undefined],
    ['nothing of an unknown section', 'no_such', 'debug', undefined],
  ];
  for (const [title, group, name, expected] of found) {
    it(`finds an option by ${title}: [${group}] ${name}`, () => {
      const option = findNovaOption(group, name);
      assert.equal(option && `[${option.group}] ${option.name}`, expected);
    });
  }

  it('takes every default for a good value', () => {
    const bad = novaOptions().flatMap((option) => {
      const values = option.default?.split('\n') ?? [];
      return values.filter((value) => !value.includes('$') && valueFault(option, value));
    });
    assert.deepEqual(bad, []);
  });

  it('has a purpose for real options alone', () => {
    for (const [group, options] of Object.entries(purposes)) {
      for (const [name, purpose] of Object.entries(options)) {
        assert.equal(findNovaOption(group, name)?.purpose, purpose, `[${group}] ${name}`);
        assert.match(purpose, /^[A-Z].*\.$/);
      }
    }
  });
});

describe('the historic options', () => {
  it('hold those of the VIF story, with their purpose', () => {
    for (const { group, names, purpose } of vifOptions) {
      const option = findNovaOption(group, names[0]);
      assert.ok(option?.removed);
      assert.equal(option.purpose, purpose);
    }
  });

  it('are unknown to the Nova of the catalogue, each by one entry', () => {
    for (const option of historicOptions()) assert.deepEqual(findNovaOptions(option.group, option.name), [option]);
  });

  it('are replaced by options that this Nova has by that name', () => {
    const replacements = historicOptions().flatMap(({ removed }) => removed?.replacement ?? []);
    assert.ok(replacements.length > 40);
    for (const replacement of replacements) {
      const [, group = '', name = ''] = /^\[(\w+)\] (\w+)$/.exec(replacement) ?? [];
      const option = findNovaOption(group, name);
      assert.deepEqual([option?.group, option?.name, option?.removed], [group, name, undefined], replacement);
    }
  });
});
