import { parseTemplateFile } from '../template/parse';
import type { TemplateSource } from '../template/templateSource';
import { checkDevices } from './libvirt/checkDevices';
import { placed } from './libvirt/deviceFindings';
import type { Text } from '../text/text';
import type { TemplateView } from './view';

/** Reads a plain template file, with what its text alone tells. `earlier` is what was read of the text before. */
export function readTemplate(text: Text, source: TemplateSource, earlier?: TemplateView): TemplateView {
  const file = parseTemplateFile(text, source, earlier?.file.dialect === 'plain' ? earlier.file : undefined);
  const deviceFindings = checkDevices(file, earlier?.deviceFindings);
  return {
    uri: source.uri,
    get text() {
      return text.toString();
    },
    file,
    deviceProblems: placed(deviceFindings, file.pieces),
    deviceFindings,
  };
}
