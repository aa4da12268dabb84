import { deepEqual } from 'node:assert/strict';
import { describeRule } from './describeRule';
import { CONF, DRIVER, Scenario, SOUND, TEMPLATE } from './scenario';

const driver = (keys: string): string => (SOUND[DRIVER] ?? '').replace("'profile_name']", `'profile_name', ${keys}]`);

describeRule('driver.key-unused', [
  {
    name: 'a declared key that the template does not use',
    file: DRIVER,
    source: driver("'<|vlan|>'"),
    severity: 'hint',
    message: "No template of the VIF type '802.1Qbh' uses 'vlan'.",
  },
  {
    name: 'a key out of the code',
    file: DRIVER,
    source: `class QbhDriver:
    def getVIFConfiguration(self, instance, network):
        network['source_device'] = network['profile_name'] = 'x'
        network['<|vlan|>'] = 5
        return network
`,
    severity: 'hint',
    message: "No template of the VIF type '802.1Qbh' uses 'vlan'.",
  },
  {
    name: 'a key that only the template of another VIF type uses',
    file: DRIVER,
    source: driver("'<|bridge_name|>'"),
    others: { 'bridge.vif.xml': '<interface a=${bridge_name}/>' },
    severity: 'hint',
    message: "No template of the VIF type '802.1Qbh' uses 'bridge_name'.",
  },
  {
    name: 'a key that none of the templates of two VIF types uses',
    file: DRIVER,
    source: driver("'bridge_name', '<|vlan|>'"),
    others: {
      'bridge.vif.xml': '<interface a=${bridge_name}/>',
      'nova-2.conf': '[DEFAULT]\nlibvirt_vif_type = bridge\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n',
    },
    severity: 'hint',
    message: "No template of the VIF type '802.1Qbh' and 'bridge' uses 'vlan'.",
  },
]);

describeRule('driver.no-method', [
  {
    name: 'a class without a method that answers',
    file: DRIVER,
    source: 'class <|QbhDriver|>:\n    def get_vif_configuration(self):\n        return {}\n',
    severity: 'error',
    message:
      'The class QbhDriver is selected as a VIF driver, but has neither getVIFConfiguration(self, instance, network) nor plug.',
  },
]);

describe('checkDriver', () => {
  const codesOf = (texts: Readonly<Record<string, string>>): readonly string[] =>
    new Scenario({ ...SOUND, ...texts }).problems(DRIVER).map(({ code }) => code);

  it('says nothing of a sound driver', () => {
    deepEqual(codesOf({}), []);
  });

  it('counts a key as used that stands in a comment of the template', () => {
    const template = (SOUND[TEMPLATE] ?? '').replace('</interface>', '<!-- ${vlan} --></interface>');
    deepEqual(codesOf({ [DRIVER]: driver("'vlan'") }), ['driver.key-unused']);
    deepEqual(codesOf({ [DRIVER]: driver("'vlan'"), [TEMPLATE]: template }), []);
  });

  it('counts a key as used that the template of another VIF type in the same file uses', () => {
    const templates = (more: string): string =>
      `<vif-templates><template vif-type="802.1Qbh">${SOUND[TEMPLATE] ?? ''}</template>${more}</vif-templates>`;
    const other = '<template vif-type="bridge"><interface a="${vlan}"/></template>';
    deepEqual(codesOf({ [DRIVER]: driver("'vlan'"), [TEMPLATE]: templates('') }), ['driver.key-unused']);
    deepEqual(codesOf({ [DRIVER]: driver("'vlan'"), [TEMPLATE]: templates(other) }), []);
  });

  it('lets a base class answer, of the same file or of one that is not read', () => {
    const body = '    output_keys = []\n';
    deepEqual(
      codesOf({
        [DRIVER]: `class Base:\n    def plug(self, instance, network, mapping):\n        return {}\n\nclass QbhDriver(Base):\n${body}`,
      }),
      [],
    );
    deepEqual(codesOf({ [DRIVER]: `from nova import vif\n\nclass QbhDriver(vif.Driver):\n${body}` }), []);
  });

  it('tells the faults of the syntax', () => {
    deepEqual(codesOf({ [DRIVER]: `${SOUND[DRIVER] ?? ''}\n    def )(\n` }), ['driver.syntax']);
  });

  it('says nothing of a class that no nova.conf selects', () => {
    const helper = 'class Helper:\n    output_keys = ["vlan"]\n';
    deepEqual(codesOf({ [DRIVER]: (SOUND[DRIVER] ?? '') + helper }), []);
    deepEqual(codesOf({ [DRIVER]: `${helper})(`, [CONF]: '[DEFAULT]\n' }), []);
  });

  it('says nothing of unused keys where no template is of the VIF type, or no VIF type is set', () => {
    const unused = { [DRIVER]: driver("'vlan'") };
    deepEqual(codesOf({ ...unused, [CONF]: (SOUND[CONF] ?? '').replace('= 802.1Qbh', '= bridge') }), []);
    deepEqual(codesOf({ ...unused, [CONF]: '[DEFAULT]\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n' }), []);
  });

  it('says nothing of a key that a Cheetah file beside uses, be it in a directive', () => {
    const using = "#for $nic in $nics\n<interface/>\n#if 'vlan' in $nic\n<x/>\n#end if\n#end for\n";
    deepEqual(codesOf({ [DRIVER]: driver("'vlan'"), 'libvirt.xml.template': using }), []);
  });
});
