import { parseTemplateFile } from '../../../server/src/template/parse';
import type { TemplateFile } from '../../../server/src/template/templateFile';

export const URI = 'file:///templates/802.1Qbh.vif.xml';

/** Parses a text as the file `802.1Qbh.vif.xml`. */
export function parsed(text: string): TemplateFile {
  return parseTemplateFile(text, { uri: URI, vifType: '802.1Qbh' });
}

/** The codes of a text's problems, in the order of the file. */
export function codesOf(text: string): readonly string[] {
  return parsed(text).problems.map(({ code }) => code);
}

/** The template of the proposal, as it stands there. */
export const PROPOSAL = `<interface type='direct'>
  <mac address=\${mac_address}/>
  <source dev=\${device_name} mode='private' />
  <virtualport type='802.1Qbh'>
    <parameters profileid=\${profile_name}/>
  </virtualport>
  <model type='virtio' />
</interface>
`;
