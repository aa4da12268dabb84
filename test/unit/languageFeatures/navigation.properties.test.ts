import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toSpan } from '../../../server/src/languageFeatures/convert';
import { definition } from '../../../server/src/languageFeatures/definition';
import { highlights } from '../../../server/src/languageFeatures/highlights';
import { hover } from '../../../server/src/languageFeatures/hover';
import { occurrencesOf } from '../../../server/src/languageFeatures/subjects/occurrences';
import { prepareRename, RenameRefused } from '../../../server/src/languageFeatures/rename';
import { subjectAt } from '../../../server/src/languageFeatures/subjects/subjectAt';
import { CONF, DRIVER, SOUND, TEMPLATE } from '../check/scenario';
import { arbitraryText, mutated } from '../template/arbitraryTexts';
import { uriOf, viewOf } from './workspace';

const CONF_FRAGMENTS = [
  '[',
  ']',
  '=',
  ':',
  '\n',
  '\r',
  ' ',
  '--',
  '$',
  '${',
  '}',
  '$a',
  'a',
  '"',
  "'",
  '#',
  '.',
  '\0',
  '😀',
];
const DRIVER_FRAGMENTS = [
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  "'",
  '"',
  ':',
  '\n',
  '    ',
  '=',
  ',',
  '.',
  '**',
  'def ',
  'class ',
  '😀',
];

const sound = (path: string): fc.Arbitrary<string> => fc.constant(SOUND[path] ?? '');

/** The sound folder, with every file broken somewhere. */
const brokenFolder = fc.record({
  [CONF]: mutated(sound(CONF), CONF_FRAGMENTS),
  [TEMPLATE]: fc.oneof(mutated(sound(TEMPLATE)), arbitraryText),
  [DRIVER]: mutated(sound(DRIVER), DRIVER_FRAGMENTS),
});

/** Whether a rename is offered, refused or not possible: nothing else may happen. */
function triesRename(view: ReturnType<typeof viewOf>, uri: string, offset: number): void {
  try {
    prepareRename(view, uri, offset);
  } catch (error) {
    assert.ok(error instanceof RenameRefused, String(error));
  }
}

describe('navigation in broken files', () => {
  const place = fc.record({
    path: fc.constantFrom(CONF, TEMPLATE, DRIVER),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  it('finds a thing only where the cursor is, among its occurrences, and these inside the files', () => {
    fc.assert(
      fc.property(brokenFolder, fc.array(place, { minLength: 1, maxLength: 10 }), (texts, places) => {
        const view = viewOf(texts);
        for (const { path, at } of places) {
          const offset = Math.round(at * texts[path].length);
          const subject = subjectAt(view, uriOf(path), offset);
          if (!subject) continue;
          assert.ok(subject.span.start <= offset + '${'.length && offset <= subject.span.end + '}'.length);
          const occurrences = occurrencesOf(view, subject);
          for (const { uri, span, whole = span } of occurrences) {
            const { length } = view.documentOf(uri)?.getText() ?? '';
            assert.ok(0 <= whole.start && whole.start <= span.start && span.end <= whole.end && whole.end <= length);
          }
          assert.ok(
            occurrences.some(({ uri, span }) => uri === uriOf(path) && span.start === subject.span.start),
            `${path} at ${offset} names ${subject.kind}, and that is none of its occurrences`,
          );
        }
      }),
      { numRuns: 100 },
    );
  });

  it('answers every request at every offset', () => {
    fc.assert(
      fc.property(brokenFolder, place, (texts, { path, at }) => {
        const view = viewOf(texts);
        const uri = uriOf(path);
        const offset = Math.round(at * texts[path].length);
        const document = view.documentOf(uri);
        assert.ok(document);
        const { length } = document.getText();
        const ranges = [
          ...highlights(view, uri, offset).map(({ range }) => range),
          ...definition(view, uri, offset).flatMap(({ originSelectionRange }) => originSelectionRange ?? []),
          ...[hover(view, uri, offset)?.range].flatMap((range) => range ?? []),
        ];
        for (const range of ranges) {
          const { start, end } = toSpan(document, range);
          assert.ok(0 <= start && start < end && end <= length);
        }
        triesRename(view, uri, offset);
      }),
      { numRuns: 100 },
    );
  });
});
