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
  'nova-conf.section-unknown': {
    advice: 'Nova reads no section of this name. It may belong to code of your own; else it is misspelt.',
    file: 'nova.conf',
    wrong: lines('[libvrt]', 'virt_type = kvm'),
    right: lines('[libvirt]', 'virt_type = kvm'),
    alone: true,
  },
  'nova-conf.option-unknown': {
    advice: 'Nova passes over an option that it does not know, and takes the default. Write the name as Nova has it.',
    file: 'nova.conf',
    wrong: lines('[libvirt]', 'virt_tpye = kvm'),
    right: lines('[libvirt]', 'virt_type = kvm'),
    alone: true,
  },
  'nova-conf.option-misplaced': {
    advice: 'Nova looks for this option in another section only. Move the line there.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'virt_type = kvm'),
    right: lines('[libvirt]', 'virt_type = kvm'),
    alone: true,
  },
  'nova-conf.option-deprecated': {
    advice:
      'Nova still reads the option, by this name or at all, but has announced the end of it. Use what the message names.',
    file: 'nova.conf',
    wrong: lines('[DEFAULT]', 'logdir = /var/log/nova'),
    right: lines('[DEFAULT]', 'log_dir = /var/log/nova'),
    alone: true,
  },
  'nova-conf.option-removed': {
    advice:
      'Only earlier releases of Nova read the option. Use what the message names. It is told of a file with a section `[placement]`, which every Nova since Ocata wants: a file without one may be for an earlier release.',
    file: 'nova.conf',
    wrong: lines('[placement]', 'region_name = here', '[DEFAULT]', 'libvirt_type = kvm'),
    right: lines('[placement]', 'region_name = here', '[libvirt]', 'virt_type = kvm'),
    alone: true,
  },
  'nova-conf.value-invalid': {
    advice:
      'Nova stops when it reads a value of the wrong type, or one that lies out of the limits or choices of its option.',
    file: 'nova.conf',
    wrong: lines('[libvirt]', 'virt_type = kmv'),
    right: lines('[libvirt]', 'virt_type = kvm'),
    alone: true,
  },
} as const satisfies Record<string, ProblemExample>;
