import { parseTemplateFile, type TemplateSource } from '../template/parse';
import { checkDevices } from './libvirt/checkDevices';
import { DeviceChecks } from './libvirt/deviceFindings';
import type { TemplateView } from './view';

/** Reads a plain template file, with what its text alone tells. `earlier` is what was read of the text before. */
export function readTemplate(text: string, source: TemplateSource, earlier?: TemplateView): TemplateView {
  const { uri } = source;
  const file = parseTemplateFile(text, source);
  const checks = new DeviceChecks(earlier?.deviceFindings);
  const deviceProblems = checkDevices({ uri, text, file }, checks);
  return { uri, text, file, deviceProblems, deviceFindings: checks.findings };
}
