import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTemplate } from '../../../server/src/check/templateView';
import { outlineOf, templateSymbols } from '../../../server/src/languageFeatures/structure/templateSymbols';
import { parseTemplateFile } from '../../../server/src/template/parse';
import type { Piece } from '../../../server/src/template/piece';
import { PlainTemplateFile } from '../../../server/src/template/plainTemplateFile';
import { arbitraryEdit, arbitraryTemplates, edited } from '../template/arbitraryEdits';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };

const TEMPLATES = `<vif-templates>
  <template vif-type="a"><interface type="bridge"><source bridge="\${b}"/></interface></template>
  <template vif-type="c"><interface type="ethernet"/></template>
</vif-templates>
`;

/** The same file, which counts how often the contents of its templates are asked for. */
function counting(file: PlainTemplateFile): { readonly counted: PlainTemplateFile; readonly asked: () => number } {
  let asked = 0;
  const counts = (piece: Piece): Piece => ({ ...piece, contents: () => (asked++, piece.contents()) });
  const list = file.pieces.list.map((piece) => (piece.template ? counts(piece) : piece));
  return { counted: new PlainTemplateFile(file.source, { ...file.pieces, list }, file.index), asked: () => asked };
}

describe('the outline of a template file', function () {
  this.timeout(60_000);

  it('is the same template by template as of the whole file, whatever was edited', () => {
    fc.assert(
      fc.property(arbitraryTemplates, fc.array(arbitraryEdit, { maxLength: 3 }), (before, edits) => {
        let text = before;
        let view = readTemplate(text, SOURCE);
        for (const edit of [undefined, ...edits]) {
          if (edit) view = readTemplate((text = edited(text, edit)), SOURCE, view);
          const document = TextDocument.create(SOURCE.uri, 'vif-template', 1, text);
          deepEqual(templateSymbols(document, view), outlineOf(document, text, view.file));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has only that template read again which an edit touched', () => {
    const { counted, asked } = counting(parseTemplateFile(TEMPLATES, SOURCE));
    const outline = (text: string, file: PlainTemplateFile): string => {
      const document = TextDocument.create(SOURCE.uri, 'vif-template', 1, text);
      return JSON.stringify(templateSymbols(document, { ...readTemplate(text, SOURCE), file }));
    };
    outline(TEMPLATES, counted);
    equal(asked(), 2);
    const text = TEMPLATES.replace('"bridge"', '"direct"');
    ok(outline(text, parseTemplateFile(text, SOURCE, counted)).includes('type=direct'));
    equal(asked(), 2);
  });

  it('is made while it is written, of the text that it was asked of', () => {
    const document = TextDocument.create(SOURCE.uri, 'vif-template', 1, TEMPLATES);
    const symbols = templateSymbols(document, readTemplate(TEMPLATES, SOURCE));
    const written = JSON.stringify(symbols);
    TextDocument.update(document, [{ text: '\n\n' }], 2);
    equal(JSON.stringify(symbols), written);
    deepEqual(structuredClone(symbols), JSON.parse(written));
    for (const symbol of symbols) notEqual(symbol.children, symbol.children);
  });

  const apart: readonly (readonly [name: string, written: string, replaced: string, isApart: boolean])[] = [
    ['is sound', '', '', true],
    ['has a broken end tag in a template', '</interface>', '</interfacex>', true],
    ['has an element without its end in a template', '/></interface>', '></interface>', true],
    ['has no end of its container', '</vif-templates>\n', '', true],
    ['has a template without its end', '</template>', '', false],
    ['has something between templates', '</template>', '</template><a/>', false],
  ];
  for (const [name, written, replaced, isApart] of apart)
    it(`is made ${isApart ? 'template by template' : 'of the whole file'} where it ${name}`, () => {
      const file = parseTemplateFile(TEMPLATES.replace(written, replaced), SOURCE);
      equal(file.parts() !== undefined, isApart);
    });
});
