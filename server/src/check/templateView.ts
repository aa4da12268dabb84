import { parseTemplateFile } from '../template/parse';
import type { TemplateSource } from '../template/templateSource';
import { checkDevices, DeviceChecker } from './libvirt/checkDevices';
import { placed, type DeviceFindings } from './libvirt/deviceFindings';
import type { Text } from '../text/text';
import type { TemplateView } from './view';

/** What was found in the devices of one file and holds for another: the fixes of what was found change the one alone. */
function findingsFor(uri: string, earlier: TemplateView | undefined): DeviceFindings | undefined {
  const isClean = earlier?.deviceFindings?.found.length === 0;
  return earlier?.uri === uri || isClean ? earlier.deviceFindings : undefined;
}

/** Reads a plain template file, with what its text alone tells. `earlier` is what was read of the text before, or of a file that may be much like it. */
export function readTemplate(text: Text, source: TemplateSource, earlier?: TemplateView): TemplateView {
  const known = earlier?.file.dialect === 'plain' ? earlier.file : undefined;
  const checker = new DeviceChecker(source.uri);
  const file = parseTemplateFile(text, source, known, (piece, contents) => {
    checker.read(piece, contents);
  });
  const deviceFindings = checkDevices(file, checker, findingsFor(source.uri, earlier));
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
