import type { CheetahTemplateFile } from '../../../server/src/cheetahTemplate/cheetahTemplateFile';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import type { Problem } from '../../../server/src/problems';
import { mark } from '../markedText';

export const URI = 'file:///cloud/libvirt.xml.template';

/** Parses a text of these lines. */
export function readLines(...lines: readonly string[]): { readonly text: string; readonly file: CheetahTemplateFile } {
  const text = lines.map((line) => `${line}\n`).join('');
  return { text, file: parseCheetahTemplate(text, URI) };
}

/** A text with problems in it, each marked, and what they say in their order. */
export function markProblems(text: string, problems: readonly Problem[]): readonly [string, ...string[]] {
  const spans = problems.map(({ span }) => span);
  return [mark(text, spans), ...problems.map(({ code, message }) => `${code}: ${message}`)];
}
