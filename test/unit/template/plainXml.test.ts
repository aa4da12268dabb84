import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { isPlainXml } from '../../../server/src/template/plainXml';
import { scanTemplate } from '../../../server/src/template/scan';
import { checkWellFormed } from '../../../server/src/template/wellFormed';
import { arbitraryFile } from './arbitraryTemplates';
import { arbitraryText, mutated } from './arbitraryTexts';

function isPlain(text: string): boolean {
  const scan = scanTemplate(text, '');
  return isPlainXml(scan.masked(), scan.tags, 0, text.length);
}

describe('isPlainXml: what is sound at a glance', () => {
  for (const text of ['', 'text', '<a>\n<b c=\'1\' d="x"/></a >', '<a b=${x}>${y}<!-- <c> --></a>', "<a b = '>'/>"])
    it(`is ${JSON.stringify(text)}`, () => {
      equal(isPlain(text), true);
    });

  const doubtful = ['<a>', '</a>', '<a></b>', "<a b='1'c='2'/>", '<é/>', '<a\u00a0/>', '<a>&amp;</a>', '<a b=c/>', '<'];
  for (const text of [...doubtful, '<a><![CDATA[<b>]]></a>', "<a b='", '<a/'])
    it(`is not ${JSON.stringify(text)}: sax is asked`, () => {
      const isSound = isPlain(text);
      equal(isSound && scanTemplate(text, '').problems.length === 0, false);
    });

  it('is nothing that sax objects to inside of an element', () => {
    const text = fc.oneof(arbitraryText, mutated(arbitraryFile.map((file) => file.text)), arbitraryText);
    fc.assert(
      fc.property(text, (inside) => {
        fc.pre(isPlain(inside));
        const scan = scanTemplate(`<x>${inside}</x>`, '');
        deepEqual(checkWellFormed({ masked: scan.masked(), tags: scan.tags, brokenTags: new Set() }), []);
      }),
      { numRuns: 2000 },
    );
  });
});
