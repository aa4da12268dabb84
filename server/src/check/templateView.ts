import type { Problem } from '../problems';
import { parseTemplateFile } from '../template/parse';
import type { PlainTemplateFile } from '../template/plainTemplateFile';
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

/** A plain template file, read. A class has its getter once for all files, of which there may be thousands. */
class PlainTemplateView implements TemplateView {
  constructor(
    readonly uri: string,
    private readonly content: Text,
    readonly file: PlainTemplateFile,
    readonly deviceFindings: DeviceFindings,
    readonly deviceProblems: readonly Problem[],
  ) {}

  get text(): string {
    return this.content.toString();
  }
}

/** Reads a plain template file, with what its text alone tells. `earlier` is what was read of the text before, or of a file that may be much like it. */
export function readTemplate(text: Text, source: TemplateSource, earlier?: TemplateView): TemplateView {
  const known = earlier?.file.dialect === 'plain' ? earlier.file : undefined;
  const checker = new DeviceChecker(source.uri);
  const file = parseTemplateFile(text, source, known, (piece, contents) => {
    checker.read(piece, contents);
  });
  const deviceFindings = checkDevices(file, checker, findingsFor(source.uri, earlier));
  return new PlainTemplateView(source.uri, text, file, deviceFindings, placed(deviceFindings, file.pieces));
}
