import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readTemplate } from '../../../server/src/check/templateView';
import { outlineOf, templateSymbols } from '../../../server/src/languageFeatures/structure/templateSymbols';
import { parseTemplateFile } from '../../../server/src/template/parse';
import { arbitraryEdit, arbitraryTemplates, edited } from '../template/arbitraryEdits';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };

const TEMPLATES = `<vif-templates>
  <template vif-type="a"><interface type="bridge"><source bridge="\${b}"/></interface></template>
  <template vif-type="c"><interface type="ethernet"/></template>
</vif-templates>
`;

describe('the outline of a template file', function () {
  this.timeout(60_000);

  it('is the same template by template as of the whole file, whatever was edited', () => {
    fc.assert(
      fc.property(arbitraryTemplates, fc.array(arbitraryEdit, { maxLength: 3 }), (before, edits) => {
        const text = edits.reduce(edited, before);
        const document = TextDocument.create(SOURCE.uri, 'vif-template', 1, text);
        const view = readTemplate(text, SOURCE);
        deepEqual(templateSymbols(document, view), outlineOf(document, text, view.file));
      }),
      { numRuns: 1000 },
    );
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

  it('keeps nothing of a template that was taken', () => {
    const file = parseTemplateFile(TEMPLATES, SOURCE);
    const [first] = file.parts() ?? [];
    ok(first);
    ok(first.tags[0] !== file.tags[1]);
    deepEqual(first.tags[0], file.tags[1]);
  });
});
