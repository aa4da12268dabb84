import { parseTemplateFile, type TemplateSource } from '../template/parse';
import { checkDevices } from './libvirt/checkDevices';
import type { TemplateView } from './view';

/** Reads a plain template file, with what its text alone tells. */
export function readTemplate(text: string, source: TemplateSource): TemplateView {
  const { uri } = source;
  const file = parseTemplateFile(text, source);
  return { uri, text, file, deviceProblems: checkDevices({ uri, text, file }) };
}
