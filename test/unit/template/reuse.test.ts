import { deepEqual, equal, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseTemplateFile } from '../../../server/src/template/parse';
import type { PlainTemplateFile } from '../../../server/src/template/plainTemplateFile';
import type { Piece } from '../../../server/src/template/piece';
import { arbitraryEdit, arbitraryTemplates, edited } from './arbitraryEdits';
import { arbitraryText } from './arbitraryTexts';

const SOURCE = { uri: 'file:///a.vif.xml', vifType: 'a' };

function read(text: string, earlier?: PlainTemplateFile): PlainTemplateFile {
  return parseTemplateFile(text, SOURCE, earlier);
}

function indices<Item>(items: readonly Item[]): ReadonlyMap<Item, number> {
  return new Map(items.map((item, index) => [item, index]));
}

/** All that a file tells. */
function told({ templates, placeholders, tags, comments, problems, index }: PlainTemplateFile): unknown {
  const [keyIndices, tagIndices] = [indices(placeholders), indices(tags)];
  return {
    templates: templates.map(({ vifType, vifTypeSpan, span, interfaceSpan, placeholders: keys, tags: own }) => ({
      ...{ vifType, vifTypeSpan, span, interfaceSpan },
      keys: keys.map((key) => keyIndices.get(key)),
      own: own.map((tag) => tagIndices.get(tag)),
    })),
    ...{ placeholders, tags, comments, problems },
    usedKeys: [...index.keys].sort(),
    first: templates.map(({ vifType = '' }) => index.first(vifType)),
    repeated: index.repeated,
  };
}

/** The pieces of a file that were read for it, and not taken over. */
function readAnew(file: PlainTemplateFile, earlier: PlainTemplateFile): readonly Piece[] {
  const known = new Set(earlier.pieces.list);
  return file.pieces.list.filter((piece) => !known.has(piece));
}

/** A sound file of that many templates. */
function fileOf(count: number): string {
  const templates = Array.from(
    { length: count },
    (_, n) => `  <template vif-type="type-${n}">\n    <interface type='bridge'>\n    </interface>\n  </template>\n`,
  );
  return `<vif-templates>\n${templates.join('')}</vif-templates>\n`;
}

describe('parseTemplateFile, with what was read of the text before an edit', function () {
  this.timeout(120_000);

  it('tells the same as without, whatever was edited', () => {
    const texts = fc.oneof({ weight: 3, arbitrary: arbitraryTemplates }, arbitraryText);
    fc.assert(
      fc.property(texts, fc.array(arbitraryEdit, { minLength: 1, maxLength: 6 }), (text, edits) => {
        let file = read(text);
        for (const edit of edits) {
          text = edited(text, edit);
          file = read(text, file);
          deepEqual(told(file), told(read(text)));
        }
      }),
      { numRuns: 500 },
    );
  });

  const MANY = 8000;
  const text = fileOf(MANY);
  const middle = text.indexOf('<interface', text.length / 2);
  const edits: readonly (readonly [name: string, removed: string, inserted: string, pieces: number])[] = [
    ['a tag is broken', '<interface', '<interfacex', 1],
    ['a tag has no end', "<interface type='bridge'>", "<interface type='bridge'", 1],
    ['a quote is missing', "'bridge'", "'bridge", 1],
    ['a comment begins', '<interface', '<!-- <interface', 1],
    ['a template is added', '<interface', '</template><template vif-type="new"><interface', 2],
  ];
  for (const [name, removed, inserted, pieces] of edits)
    it(`reads ${pieces} of ${MANY} pieces again where ${name}, and where that is mended`, () => {
      const at = text.indexOf(removed, middle);
      const sound = read(text);
      const broken = read(text.slice(0, at) + inserted + text.slice(at + removed.length), sound);
      equal(sound.pieces.list.length, MANY + 3);
      const mended = read(text, broken);
      ok(readAnew(broken, sound).length <= pieces + 1);
      ok(readAnew(mended, broken).length <= pieces + 1);
      deepEqual([sound.problems, mended.problems], [[], []]);
    });

  it('takes nothing over from another file', () => {
    const sound = read(text);
    const other = parseTemplateFile(text, { ...SOURCE, uri: 'file:///b.vif.xml' }, sound);
    equal(readAnew(other, sound).length, MANY + 3);
  });
});
