import { lines, type ProblemExample } from './example';

const RIGHT = lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver');

export const selectionExamples = {
  'selection.vif-type-not-set': {
    advice: 'Without a VIF type no template is selected. Set `libvirt_vif_type`.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
    right: RIGHT,
  },
  'selection.vif-type-unknown': {
    advice: 'The template file has no template for the VIF type. Correct the VIF type, or add a template for it.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbx', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
    right: RIGHT,
  },
  'selection.template-file-not-found': {
    advice:
      'A path in `libvirt_xml_template` starts at the folder of nova.conf, unless it is absolute. Correct it, or create the file.',
    file: 'nova.conf',
    wrong: RIGHT + lines('libvirt_xml_template = templates/vif.vif.xml'),
    right: RIGHT + lines('libvirt_xml_template = 802.1Qbh.vif.xml'),
  },
  'selection.driver-not-set': {
    advice: 'Without a driver nothing fills the placeholders. Set `libvirt_vif_driver`.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh'),
    right: RIGHT,
  },
  'selection.driver-not-dotted': {
    advice: 'A driver is named by its dotted import path: the module, a dot, and the class. It is no path of a file.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers/qbh.py'),
    right: RIGHT,
  },
  'selection.driver-module-not-found': {
    advice:
      'The module is looked for in the folder of nova.conf, in the folders above it, and in those of the setting `openstackVif.driverPaths`. A driver that comes with OpenStack need not be there, and is only mentioned.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qhb.QbhDriver'),
    right: RIGHT,
  },
  'selection.driver-class-not-found': {
    advice:
      'The module is there, and holds no such class. Where it may hold classes that reading does not find, this is only a hint.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QhbDriver'),
    right: RIGHT,
  },
} as const satisfies Record<string, ProblemExample>;
