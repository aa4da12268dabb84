import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NovaConf } from '../../../server/src/novaConf/novaConf';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { contentAround, sectionAt } from '../../../server/src/novaConf/places';
import { type Span, touches } from '../../../server/src/text/span';

const line = fc.constantFrom('[a]', '[b]', ' [c]', 'x = 1', 'y = "2"', 'z =', '  more', '', '# c', '--flag=1', 'word');
const text = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\r')), { maxLength: 800, size: 'max' })
  .map((lines) => lines.flat().join(''));
const share = fc.double({ min: 0, max: 1, noNaN: true });

function spansOf({ sections, settings }: Pick<NovaConf, 'sections' | 'settings'>): readonly Span[] {
  return [...sections.map(({ span }) => span), ...settings.flatMap(({ nameSpan, valueSpan }) => [nameSpan, valueSpan])];
}

describe('a place in a nova.conf', () => {
  it('has around it all that a cursor there touches', () => {
    fc.assert(
      fc.property(text, share, (text, share) => {
        const conf = parseNovaConf(text);
        const offset = Math.round(share * text.length);
        const touched = (content: Pick<NovaConf, 'sections' | 'settings'>): readonly Span[] =>
          spansOf(content).filter((span) => touches(span, offset));
        assert.deepEqual(touched(contentAround(conf, offset)), touched(conf));
      }),
    );
  });

  it('belongs to the last section above it', () => {
    fc.assert(
      fc.property(text, share, (text, share) => {
        const conf = parseNovaConf(text);
        const offset = Math.round(share * text.length);
        assert.deepEqual(
          sectionAt(conf, offset),
          conf.sections.findLast(({ span }) => span.end <= offset),
        );
      }),
    );
  });

  it('has few of very many settings around it', () => {
    const conf = parseNovaConf('[a]\nx = 1\n'.repeat(10_000));
    const { settings } = contentAround(conf, 50_000);
    assert.ok(settings.length > 0 && settings.length < 1000, `${settings.length} settings`);
  });
});
