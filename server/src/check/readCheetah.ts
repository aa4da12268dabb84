import { parseCheetahTemplate } from '../cheetahTemplate/parse';
import { checkCheetahDevices } from './libvirt/checkDevices';
import type { TemplateView } from './view';

/** Reads a Cheetah file, with what its text alone tells. */
export function readCheetahTemplate(text: string, uri: string): TemplateView {
  const file = parseCheetahTemplate(text, uri);
  return { uri, text, file, deviceProblems: checkCheetahDevices(uri, text, file) };
}
