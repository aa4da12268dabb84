import assert from 'node:assert/strict';
import type { Problem } from '../../../server/src/problems';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { mark, marked } from '../markedText';

const URI = 'file:///etc/nova/nova.conf';

/** What is found about the options of the VIF story. */
function check(text: string): readonly Problem[] {
  const codes = ['nova-conf.option-misspelt', 'nova-conf.option-repeated'];
  return checkSettings(parseNovaConf(text), URI, text).filter(({ code }) => codes.includes(code));
}

/** The texts that the fixes of a problem give, the preferred one first. */
function fixed(text: string, { fixes = [] }: Problem): readonly string[] {
  return fixes.map(({ changes }) =>
    changes.reduce((result, { uri, span, newText }) => {
      assert.equal(uri, URI);
      return result.slice(0, span.start) + newText + result.slice(span.end);
    }, text),
  );
}

describe('an option of the VIF story that is spelt wrongly', () => {
  const misspelt: readonly [source: string, fixes: readonly string[]][] = [
    ['[DEFAULT]\n<|libvirt_vif_typ|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|libvirt_vif_tpye|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|libvirt_vif_types|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|libvirtVifType|> = b', ['libvirtVIFType', 'libvirt_vif_type']],
    ['[DEFAULT]\n<|libvirtVIFTyp|> = b', ['libvirtVIFType', 'libvirt_vif_type']],
    ['[DEFAULT]\n<|libvirt-vif-type|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|libvirt-vif-typ|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|libvirt vif type|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['[DEFAULT]\n<|LIBVIRT_VIF_TYPE|> = b', ['libvirtVIFType', 'libvirt_vif_type']],
    ['[DEFAULT]\n<|libvirt_vif_drivers|> = b', ['libvirt_vif_driver', 'libvirtVIFDriver']],
    ['[DEFAULT]\n<|libvirt_xml_tempalte|> = b', ['libvirt_xml_template']],
    ['[libvirt]\n<|vif_drivr|> = b', ['vif_driver']],
    ['[Libvirt]\n<|VIF_DRIVER|> = b', ['vif_driver']],
    ['[libvirt]\n<|libvirt_vif_driver|> = b', ['vif_driver']],
    ['[DEFAULT]\nx = 🖧\n<|libvirt_vif_typ|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['--<|libvirt_vif_typ|>=b', ['libvirt_vif_type', 'libvirtVIFType']],
    ['--<|libvirt-vif-driver|>=b', ['libvirt_vif_driver', 'libvirtVIFDriver']],
    ['<|libvirt_vif_typ|> = b', ['libvirt_vif_type', 'libvirtVIFType']],
  ];
  for (const [source, names] of misspelt) {
    it(`is found in ${JSON.stringify(source)}, and fixed`, () => {
      const { text } = marked(source);
      const [problem, ...others] = check(text);
      assert.ok(problem);
      assert.deepEqual(others, []);
      assert.equal(problem.code, 'nova-conf.option-misspelt');
      assert.equal(problem.severity, 'error');
      assert.equal(mark(text, [problem.span]), source);
      assert.deepEqual(
        fixed(text, problem),
        names.map((name) => source.replace(/<\|.*\|>/, name)),
      );
      assert.deepEqual(
        problem.fixes?.map(({ preferred }) => preferred),
        names.map((_, index) => index === 0),
      );
      assert.deepEqual(
        problem.fixes.map(({ title }) => title),
        names.map((name) => `Rename to ${name}`),
      );
      assert.ok(problem.message.includes(names[0] ?? ''));
    });
  }

  const misplaced: readonly string[] = [
    '[libvirt]\n<|libvirt_vif_type|> = b',
    '[libvirt]\n<|libvirtVIFType|> = b',
    '[libvirt]\n<|libvirt_xml_template|> = b',
    '[default]\n<|libvirt_vif_type|> = b',
    '[spice]\nenabled = true\n<|libvirt_vif_driver|> = b',
  ];
  for (const source of misplaced) {
    it(`or stands in the wrong section is found in ${JSON.stringify(source)}`, () => {
      const { text } = marked(source);
      const problems = check(text);
      assert.equal(
        mark(
          text,
          problems.map(({ span }) => span),
        ),
        source,
      );
      assert.match(problems[0]?.message ?? '', /under \[DEFAULT\] alone, not under \[\w+\]: move the line there\.$/);
      assert.deepEqual(
        problems.map(({ fixes }) => fixes),
        [undefined],
      );
    });
  }
});

describe('an option that is right', () => {
  /** The names of nova, of any release, that come near to those of the VIF story, and others that have to do with VIFs. */
  const realOptions: Readonly<Record<string, readonly string[]>> = {
    DEFAULT: [
      'libvirt_vif_type',
      'libvirtVIFType',
      'libvirt_vif_driver',
      'libvirtVIFDriver',
      'libvirt_xml_template',
      'libvirt_xen_xml_template',
      'libvirt_uml_xml_template',
      'libvirt_rescue_xml_template',
      'net_libvirt_xml_template',
      'libvirt_type',
      'libvirt_uri',
      'libvirt_disk_prefix',
      'libvirt_cpu_mode',
      'libvirt_cpu_model',
      'libvirt_images_type',
      'libvirt_inject_key',
      'libvirt_inject_partition',
      'libvirt_inject_password',
      'libvirt_iscsi_use_multipath',
      'libvirt_lvm_snapshot_size',
      'libvirt_nonblocking',
      'libvirt_ovs_bridge',
      'libvirt_ovs_integration_bridge',
      'libvirt_snapshot_compression',
      'libvirt_use_virtio_for_bridges',
      'libvirt_volume_drivers',
      'libvirt_wait_soft_reboot_seconds',
      'baremetal_vif_driver',
      'compute_driver',
      'firewall_driver',
      'image_service',
      'linuxnet_interface_driver',
      'network_driver',
      'vif_driver',
      'vif_plugging_is_fatal',
      'vif_plugging_timeout',
      'vmware_vif_driver',
      'volume_driver',
      'xenapi_vif_driver',
    ],
    libvirt: [
      'vif_driver',
      'volume_drivers',
      'virt_type',
      'images_type',
      'cpu_mode',
      'rbd_user',
      'disk_prefix',
      'inject_key',
    ],
    baremetal: ['vif_driver', 'driver'],
    compute: ['live_migration_wait_for_vif_plug'],
    docker: ['vif_driver', 'vif_type'],
    quota: ['driver'],
    xenserver: ['vif_driver'],
  };
  for (const [group, names] of Object.entries(realOptions)) {
    for (const name of names) {
      it(`is left alone: [${group}] ${name}`, () => {
        assert.deepEqual(check(`[${group}]\n${name} = x`), []);
      });
    }
  }

  it('is left alone as a flag', () => {
    assert.deepEqual(check('--libvirt_type=kvm\n--libvirt_vif_type=x\n--libvirtVIFDriver=y\n--flagfile=z'), []);
  });
});

describe('an option of the VIF story that is set more than once', () => {
  it('is hinted at in each setting but the last, which the hint leads to', () => {
    const source =
      '[DEFAULT]\n<|libvirt_vif_type|> = a\n[x]\ny = z\n[DEFAULT]\n<|libvirtVIFType|> = b\nlibvirt_vif_type = c';
    const { text } = marked(source);
    const problems = check(text);
    assert.equal(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
      source,
    );
    for (const { code, severity, related } of problems) {
      assert.deepEqual([code, severity], ['nova-conf.option-repeated', 'hint']);
      const start = text.lastIndexOf('libvirt_vif_type');
      assert.deepEqual(
        related?.map(({ uri, span }) => [uri, span]),
        [[URI, { start, end: start + 'libvirt_vif_type'.length }]],
      );
    }
  });

  it('is hinted at in a flag file', () => {
    const source = '--<|libvirt_vif_driver|>=a\n--libvirt_vif_driver=b';
    const { text } = marked(source);
    assert.equal(
      mark(
        text,
        check(text).map(({ span }) => span),
      ),
      source,
    );
  });

  it('is not the same option in another section, nor any other option', () => {
    assert.deepEqual(check('[DEFAULT]\nlibvirt_vif_driver = a\n[libvirt]\nvif_driver = b'), []);
    assert.deepEqual(check('[DEFAULT]\nenabled_apis = a\nenabled_apis = b'), []);
  });

  it('is reported in the order of the file, among what is misspelt', () => {
    const source =
      '[DEFAULT]\n<|libvirt_vif_driver|> = a\n<|libvirt_vif_typ|> = b\n<|libvirt_vif_driver|> = c\nlibvirt_vif_driver = d';
    const { text } = marked(source);
    const problems = check(text);
    assert.deepEqual(
      problems.map(({ span }) => span),
      marked(source).spans,
    );
  });
});
