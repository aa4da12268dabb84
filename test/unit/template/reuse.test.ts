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

/** Of another file that is much like it; a lone device has its VIF type from the file's name. */
const OTHER_FILES = [
  { uri: 'file:///host/a.vif.xml', vifType: 'a' },
  { uri: 'file:///b.vif.xml', vifType: 'b' },
];

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

  it('tells the same as without, where another file was read before that is much like it', () => {
    const texts = fc.oneof({ weight: 3, arbitrary: arbitraryTemplates }, arbitraryText);
    const sources = fc.constantFrom(...OTHER_FILES);
    fc.assert(
      fc.property(texts, sources, fc.array(arbitraryEdit, { maxLength: 3 }), (text, source, edits) => {
        const other = edits.reduce(edited, text);
        deepEqual(told(read(other, parseTemplateFile(text, source))), told(read(other)));
      }),
      { numRuns: 300 },
    );
  });

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

  it('tells of each piece that is read, with all that is in it', () => {
    fc.assert(
      fc.property(arbitraryTemplates, fc.array(arbitraryEdit, { maxLength: 3 }), (text, edits) => {
        const known = read(text);
        const seen: Piece[] = [];
        const file = parseTemplateFile(edits.reduce(edited, text), SOURCE, known, (piece, contents) => {
          const { tags, placeholders, comments } = piece.contents();
          deepEqual([contents.tags, contents.placeholders, contents.comments], [tags, placeholders, comments]);
          seen.push(piece);
        });
        const isLone = file.pieces.list.some(({ reach }) => reach === Infinity);
        ok(isLone || seen.length === readAnew(file, known).length);
      }),
      { numRuns: 200 },
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

  it('takes over all of a copy of the file', () => {
    const sound = read(text);
    equal(parseTemplateFile(text, { uri: 'file:///b.vif.xml', vifType: 'b' }, sound).pieces, sound.pieces);
  });

  it('reads the copy of a lone device again, whose VIF type is in the name of the file', () => {
    const lone = "<interface type='ethernet'/>";
    const { templates } = parseTemplateFile(lone, { uri: 'file:///b.vif.xml', vifType: 'b' }, read(lone));
    deepEqual(
      templates.map(({ vifType }) => vifType),
      ['b'],
    );
  });

  it('takes nothing over from another file in which something is wrong, for its fixes change that file', () => {
    const faulty = text.replace("'bridge'", 'bridge');
    const known = read(faulty);
    ok(known.problems.length > 0);
    const other = parseTemplateFile(faulty, { ...SOURCE, uri: 'file:///host/a.vif.xml' }, known);
    equal(readAnew(other, known).length, other.pieces.list.length);
  });
});
