import type { OptionSetting } from './novaConf';

/** What an option says about the VIFs. */
export type VifOptionRole = 'vifType' | 'driver' | 'templateFile';

/** An option of nova.conf that decides what a VIF becomes. */
export interface VifOption {
  readonly role: VifOptionRole;
  /** The section that nova reads it from. */
  readonly group: 'DEFAULT' | 'libvirt';
  /** The spellings, all of one meaning. Nova's own is the first. */
  readonly names: readonly [string, ...string[]];
  /** What it does, in one sentence. */
  readonly purpose: string;
  /** What nova takes where the option is not set. */
  readonly default: string;
}

/**
 * The options of the VIF story. Where a role has more than one, the first that is set counts: oslo.config looks up an option's
 * current name before its deprecated one.
 *
 * The spellings without underscores are the proposal's. Icehouse moved the driver to `[libvirt]`; the VIF type and the template
 * file were gone by then, so they have no name there.
 */
export const vifOptions: readonly VifOption[] = [
  {
    role: 'vifType',
    group: 'DEFAULT',
    names: ['libvirt_vif_type', 'libvirtVIFType'],
    purpose: 'The type of VIF to create, which selects the template.',
    default: 'bridge',
  },
  {
    role: 'driver',
    group: 'libvirt',
    names: ['vif_driver'],
    purpose: 'The dotted import path of the VIF driver, a class that fills the template.',
    default: 'nova.virt.libvirt.vif.LibvirtGenericVIFDriver',
  },
  {
    role: 'driver',
    group: 'DEFAULT',
    names: ['libvirt_vif_driver', 'libvirtVIFDriver'],
    purpose: 'The dotted import path of the VIF driver, a class that fills the template.',
    default: 'nova.virt.libvirt.vif.LibvirtBridgeDriver',
  },
  {
    role: 'templateFile',
    group: 'DEFAULT',
    names: ['libvirt_xml_template'],
    purpose: 'The path of the template file.',
    default: 'virt/libvirt.xml.template in the nova package',
  },
];

/** The name that oslo.config knows a section by. Case counts in `DEFAULT` alone. */
export function normalizedGroup(group: string): string {
  return group === 'DEFAULT' ? group : group.toLowerCase();
}

/** How a reference from anywhere names an option: `name` under `[DEFAULT]`, `section.name` elsewhere. */
export function keyIn(group: string, name: string): string {
  return group === 'DEFAULT' ? name : `${normalizedGroup(group)}.${name}`;
}

/** The option of the VIF story that `setting` sets, if it is one. */
export function vifOptionOf({ group, name }: OptionSetting): VifOption | undefined {
  const inGroup = normalizedGroup(group);
  return vifOptions.find((option) => option.group === inGroup && option.names.includes(name));
}
