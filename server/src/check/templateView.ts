import { parseTemplateFile, type TemplateSource } from '../template/parse';
import { parseCheetahTemplate } from '../cheetahTemplate/parse';
import { checkCheetahDevices, checkDevices } from './libvirt/checkDevices';
import type { TemplateView } from './view';

/** Reads a plain template file, with what its text alone tells. */
export function readTemplate(text: string, source: TemplateSource): TemplateView {
  const { uri } = source;
  const file = parseTemplateFile(text, source);
  return { uri, text, file, deviceProblems: checkDevices({ uri, text, file }) };
}

/** Reads a Cheetah file, with what its text alone tells. */
export function readCheetahTemplate(text: string, uri: string): TemplateView {
  const file = parseCheetahTemplate(text, uri);
  return { uri, text, file, deviceProblems: checkCheetahDevices({ uri, text, file }) };
}
