import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseCheetahTemplate } from '../../../server/src/cheetahTemplate/parse';
import { anyCheetah } from '../languageFeatures/arbitraryFiles';
import { mutated } from '../template/arbitraryTexts';
import { URI } from './read';

const novas = readFileSync('test/oracles/cheetah/libvirt.xml.template', 'utf8');

describe('Any text', () => {
  it('is read as a Cheetah template, with all places inside of it', () => {
    fc.assert(
      fc.property(fc.oneof(anyCheetah, mutated(fc.constant(novas))), (text) => {
        const { templates, placeholders, names, vifTypeMentions, problems } = parseCheetahTemplate(text, URI);
        const spans = [
          ...templates.map(({ span }) => span),
          ...placeholders.flatMap(({ span, keySpan }) => [span, keySpan]),
          ...[...names, ...vifTypeMentions, ...problems].map(({ span }) => span),
        ];
        ok(spans.every(({ start, end }) => 0 <= start && start <= end && end <= text.length));
        for (const { key, keySpan } of placeholders) ok(text.slice(keySpan.start, keySpan.end) === key);
      }),
      { numRuns: 1_000 },
    );
  });
});
