import type { OptionSetting } from './novaConf';

/** A value that nova.conf selects, after `$other_option` substitution, with the setting it comes from. */
export interface Selected {
  readonly value: string;
  readonly setting: OptionSetting;
}

/** What a nova.conf selects; a part is missing where it is not set, or set to nothing. */
export interface Selection {
  readonly vifType?: Selected;
  /** The dotted import path of the driver. */
  readonly driver?: Selected;
  /** The template file that `libvirt_xml_template` names. */
  readonly templateFile?: Selected;
}
