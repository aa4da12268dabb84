import { deepEqual } from 'node:assert/strict';
import { describeRule } from './describeRule';
import { CONF, DRIVER, Scenario, SOUND, TEMPLATE, type Texts } from './scenario';

const conf = (vifType: string, driver: string): string => `[DEFAULT]
libvirt_vif_type = ${vifType}
libvirt_vif_driver = ${driver}
`;
const NAME = 'drivers.qbh.QbhDriver';

describeRule('selection.vif-type-unknown', [
  {
    name: 'a typo',
    file: CONF,
    source: conf('<|802.1Qbx|>', NAME),
    severity: 'error',
    message: `No template for the VIF type '802.1Qbx' in ${TEMPLATE}. It holds 802.1Qbh. Did you mean '802.1Qbh'?`,
    related: [[TEMPLATE, '', `The templates of ${TEMPLATE}.`]],
    fixes: [["Change to '802.1Qbh'", CONF, conf('802.1Qbh', NAME)]],
  },
  {
    name: 'a type like none that there is',
    file: CONF,
    source: conf('<|openvswitch|>', NAME),
    others: {
      [TEMPLATE]: '',
      'all.vif.xml':
        '<vif-templates><template vif-type="bridge"><interface/></template><template vif-type="ethernet"><interface/></template></vif-templates>',
    },
    severity: 'error',
    message: "No template for the VIF type 'openvswitch' in all.vif.xml. It holds bridge, ethernet.",
    related: [['all.vif.xml', 'bridge', 'The templates of all.vif.xml.']],
  },
  {
    name: 'a file that holds no template yet',
    file: CONF,
    source: conf('<|802.1Qbh|>', NAME),
    others: { [TEMPLATE]: '', 'all.vif.xml': '<vif-templates></vif-templates>' },
    severity: 'error',
    message: "No template for the VIF type '802.1Qbh' in all.vif.xml.",
    related: [['all.vif.xml', '', 'The templates of all.vif.xml.']],
  },
  {
    name: 'a value out of another option: it is not replaced where it stands',
    file: CONF,
    source: `[DEFAULT]\nkind = bridg\nlibvirt_vif_type = <|$kind|>\nlibvirt_vif_driver = ${NAME}\n`,
    others: { [TEMPLATE]: '', 'bridge.vif.xml': '<interface/>' },
    severity: 'error',
    message: "No template for the VIF type 'bridg' in bridge.vif.xml. It holds bridge. Did you mean 'bridge'?",
    related: [['bridge.vif.xml', '', 'The templates of bridge.vif.xml.']],
  },
]);

describeRule('selection.vif-type-not-set', [
  {
    name: 'a driver without a VIF type, at the driver',
    file: CONF,
    source: `[DEFAULT]\n<|libvirt_vif_driver|> = ${NAME}\n`,
    severity: 'warning',
    message: 'No VIF type is set. Write libvirt_vif_type = … in [DEFAULT].',
  },
  {
    name: 'neither of them, at the first line',
    file: CONF,
    source: '<|[DEFAULT]|>\r\nverbose = true\r\n',
    severity: 'warning',
    message: 'No VIF type is set. Write libvirt_vif_type = … in [DEFAULT].',
  },
  {
    name: 'an empty value',
    file: CONF,
    source: `[DEFAULT]\nlibvirt_vif_type =\n<|libvirt_vif_driver|> = ${NAME}\n`,
    severity: 'warning',
    message: 'No VIF type is set. Write libvirt_vif_type = … in [DEFAULT].',
  },
]);

describeRule('selection.driver-not-set', [
  {
    name: 'a VIF type without a driver, at the VIF type',
    file: CONF,
    source: '[DEFAULT]\n<|libvirt_vif_type|> = 802.1Qbh\n',
    severity: 'warning',
    message: 'No VIF driver is set. Write libvirt_vif_driver = package.module.Class in [DEFAULT].',
  },
  {
    name: 'neither of them, at the first line',
    file: CONF,
    source: '<||>',
    severity: 'warning',
    message: 'No VIF driver is set. Write libvirt_vif_driver = package.module.Class in [DEFAULT].',
  },
]);

describeRule('selection.driver-not-dotted', [
  {
    name: 'a class without a module',
    file: CONF,
    source: conf('802.1Qbh', '<|QbhDriver|>'),
    severity: 'error',
    message: "'QbhDriver' is no dotted import path. Write package.module.Class.",
  },
  {
    name: 'a path of a file',
    file: CONF,
    source: conf('802.1Qbh', '<|drivers/qbh.py|>'),
    severity: 'error',
    message: "'drivers/qbh.py' is no dotted import path. Write package.module.Class.",
  },
  {
    name: 'a driver that ships, misspelt',
    file: CONF,
    source: conf('802.1Qbh', '<|NovaVifDrvier|>'),
    severity: 'error',
    message: "'NovaVifDrvier' is no dotted import path. Write package.module.Class. Did you mean 'NovaVifDriver'?",
    fixes: [["Change to 'NovaVifDriver'", CONF, conf('802.1Qbh', 'NovaVifDriver')]],
  },
]);

describeRule('selection.driver-module-not-found', [
  {
    name: 'a typo in the module',
    file: CONF,
    source: conf('802.1Qbh', '<|drivers.qbhh.QbhDriver|>'),
    severity: 'error',
    message:
      "The module of the driver drivers.qbhh.QbhDriver is not found. Searched: /cloud. Did you mean 'drivers.qbh.QbhDriver'?",
    fixes: [["Change to 'drivers.qbh.QbhDriver'", CONF, conf('802.1Qbh', NAME)]],
  },
  {
    name: 'a module like none that there is',
    file: CONF,
    source: conf('802.1Qbh', '<|acme.network.Vif|>'),
    severity: 'error',
    message: 'The module of the driver acme.network.Vif is not found. Searched: /cloud.',
  },
  {
    name: 'a driver that is part of OpenStack: it need not lie here',
    file: CONF,
    source: conf('802.1Qbh', '<|nova.virt.libvirt.vif.LibvirtBridgeDriver|>'),
    severity: 'information',
    message:
      'The driver nova.virt.libvirt.vif.LibvirtBridgeDriver is part of OpenStack and not in the workspace, so its placeholders are not checked. Searched: /cloud.',
  },
]);

describeRule('selection.driver-class-not-found', [
  {
    name: 'a typo in the class',
    file: CONF,
    source: conf('802.1Qbh', '<|drivers.qbh.QbhDrivr|>'),
    severity: 'error',
    message: "qbh.py has no class QbhDrivr. It holds QbhDriver. Did you mean 'drivers.qbh.QbhDriver'?",
    related: [[DRIVER, 'QbhDriver', 'The class QbhDriver is here.']],
    fixes: [["Change to 'drivers.qbh.QbhDriver'", CONF, conf('802.1Qbh', NAME)]],
  },
  {
    name: 'a module without a class',
    file: CONF,
    source: conf('802.1Qbh', '<|drivers.qbh.QbhDriver|>'),
    others: { [DRIVER]: 'x = 1\n' },
    severity: 'error',
    message: 'qbh.py has no class QbhDriver.',
  },
  {
    name: 'a module that may have classes from elsewhere: a hint',
    file: CONF,
    source: conf('802.1Qbh', '<|drivers.qbh.QbhDriver|>'),
    others: { [DRIVER]: 'from nova.virt.libvirt.vif import *\n' },
    severity: 'hint',
    message: 'qbh.py has no class QbhDriver.',
  },
]);

describeRule('selection.template-file-not-found', [
  {
    name: 'a file that is not there',
    file: CONF,
    source: `${conf('802.1Qbh', NAME)}libvirt_xml_template = <|templates/interfaces.xml|>\n`,
    severity: 'warning',
    message: 'The template file templates/interfaces.xml is not there.',
  },
]);

describe('checkNovaConf', () => {
  const codesOf = (texts: Texts): readonly string[] =>
    new Scenario({ ...SOUND, ...texts }).problems(CONF).map(({ code }) => code);

  it('says nothing of a sound file, be it a flag file or INI', () => {
    deepEqual(codesOf({}), []);
    deepEqual(codesOf({ [CONF]: `--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=${NAME}\n` }), []);
    deepEqual(codesOf({ [CONF]: `[DEFAULT]\nlibvirtVIFType = 802.1Qbh\nlibvirtVIFDriver = ${NAME}\n` }), []);
    deepEqual(codesOf({ [CONF]: `[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\n[libvirt]\nvif_driver = ${NAME}\n` }), []);
  });

  it('tells the faults of the syntax and of the options as well', () => {
    deepEqual(codesOf({ [CONF]: `[DEFAULT]\nlibvirt_vif_tpye = 802.1Qbh\nlibvirt_vif_driver = ${NAME}\n= 1\n` }), [
      'nova-conf.syntax',
      'nova-conf.option-misspelt',
      'selection.vif-type-not-set',
    ]);
  });

  it('tells neither twice where nothing is set', () => {
    deepEqual(codesOf({ [CONF]: '[DEFAULT]\n' }), ['selection.vif-type-not-set', 'selection.driver-not-set']);
  });
});
