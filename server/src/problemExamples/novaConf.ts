import { lines, type ProblemExample } from './example';

export const novaConfExamples = {
  'nova-conf.no-section': {
    advice: 'Nova refuses a file with an option above the first section. Write `[DEFAULT]` above it.',
    file: 'nova.conf',
    wrong: lines('libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
    right: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
  },
  'nova-conf.syntax': {
    advice:
      'A nova.conf is either a flag file, with a `--name=value` on each line, or has sections with `name = value`. Nova stops at a line that is neither.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_type 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
    right: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
  },
  'nova-conf.option-misspelt': {
    advice: 'Nova passes over an option that it does not know, and takes the default. Write the name as Nova has it.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'libvirt_vif_typ = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
    right: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
  },
  'nova-conf.option-repeated': {
    advice: 'Of an option that is set more than once the last setting counts. Remove the others.',
    file: 'nova.conf',
    wrong: lines(
      '[DEFAULT]',
      'libvirt_vif_type = bridge',
      'libvirt_vif_type = 802.1Qbh',
      'libvirt_vif_driver = drivers.qbh.QbhDriver',
    ),
    right: lines('[DEFAULT]', 'libvirt_vif_type = 802.1Qbh', 'libvirt_vif_driver = drivers.qbh.QbhDriver'),
  },
} as const satisfies Record<string, ProblemExample>;
