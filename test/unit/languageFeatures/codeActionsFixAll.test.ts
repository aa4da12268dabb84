import { deepEqual, equal } from 'node:assert/strict';
import fc from 'fast-check';
import { codeActions } from '../../../server/src/languageFeatures/codeActions';
import { problem } from '../../../server/src/problems';
import { CONF, Scenario, SOUND, TEMPLATE, type Texts } from '../check/scenario';
import { arbitraryFile } from '../template/arbitraryTemplates';
import { arbitraryText, mutated } from '../template/arbitraryTexts';
import { applied } from './applyEdits';
import { after, offered, titles } from './offered';
import { uriOf, viewOf } from './workspace';

const FIX_ALL = 'Fix all problems whose fix is certain';
const KIND = 'source.fixAll.openstackVif';

/** The texts after fixing all in one file, and whether there was anything to fix. */
function fixed(texts: Texts, path: string): Texts {
  const request = { texts, path, only: ['source.fixAll'] };
  return titles(request).includes(FIX_ALL) ? after(request, FIX_ALL) : texts;
}

const table: readonly (readonly [name: string, path: string, before: string, after: string])[] = [
  [
    'every fix of a template',
    TEMPLATE,
    "<interface type=direct>\n  <a b=${source_devic}/>\n  <c d='x/>\n  ${profile_nam\n</interface>\n",
    "<interface type='direct'>\n  <a b=${source_devic}/>\n  <c d='x'/>\n  ${profile_nam}\n</interface>\n",
  ],
  [
    'every fix of a nova.conf',
    CONF,
    '[DEFAULT]\nlibvirt_vif_typ = 802.1Qbh\nlibvirt_vif_drivr = drivers.qbh.QbhDriver\n',
    '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n',
  ],
];

describe('fixing all', () => {
  for (const [title, path, before, expected] of table)
    it(`makes ${title}`, () => {
      equal(fixed({ ...SOUND, [path]: before }, path)[path], expected);
    });

  it('goes for the whole file, wherever the cursor is', () => {
    const texts = { ...SOUND, [TEMPLATE]: '<interface a=b>\n${profile_name}</interface>' };
    equal(
      after({ texts, path: TEMPLATE, at: '</', only: [KIND] }, FIX_ALL)[TEMPLATE],
      "<interface a='b'>\n${profile_name}</interface>",
    );
  });

  const guesses: readonly (readonly [name: string, path: string, text: string])[] = [
    [
      'a key that is like another one',
      TEMPLATE,
      "<interface type='bridge'><source bridge=${source_devic}/></interface>",
    ],
    ['a VIF type', CONF, '[DEFAULT]\nlibvirt_vif_type = 802.1Qbg\nlibvirt_vif_driver = drivers.qbh.QbhDriver\n'],
    ['a driver', CONF, '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = drivers.qbhh.QbhDriver\n'],
    ["an option of Nova's", CONF, '[libvirt]\nvirt_tpye = kvm\n'],
  ];
  for (const [name, path, text] of guesses)
    it(`leaves what is a guess to the user: ${name}`, () => {
      const texts = { ...SOUND, [path]: text };
      const fixes = new Scenario(texts).problems(path).flatMap((found) => found.fixes ?? []);
      equal(
        fixes.some(({ preferred }) => preferred),
        true,
      );
      deepEqual(titles({ texts, path, only: ['source'] }), []);
    });

  it('leaves a guess alone: a placeholder whose driver is not read whole', () => {
    const driver =
      'class QbhDriver(object):\n    def getVIFConfiguration(self, instance, network):\n        return dict(source_device=1, **other())\n';
    const texts = {
      ...SOUND,
      'drivers/qbh.py': driver,
      [TEMPLATE]: "<interface type='bridge'><source bridge=${source_devic}/></interface>",
    };
    deepEqual(
      new Scenario(texts).problems(TEMPLATE).map(({ severity }) => severity),
      ['hint'],
    );
    deepEqual(titles({ texts, path: TEMPLATE, only: ['source'] }), []);
  });

  it('leaves a problem alone that has no preferred fix, or none at all', () => {
    const texts = { ...SOUND, [TEMPLATE]: '<interface>${unheard_of}<a></interface>' };
    deepEqual(titles({ texts, path: TEMPLATE, only: ['source'] }), []);
  });

  type Change = readonly [start: number, end: number, text: string];
  const FILE = '<interface>0123456789</interface>';

  /** What becomes of the file when each of these fixes, given by the places of its digits and what it writes there, is preferred. */
  function withFixes(fixes: readonly (readonly Change[])[]): string {
    const problems = fixes.map((changes) => {
      const fix = {
        title: 'Mend',
        preferred: true,
        changes: changes.map(([start, end, newText]) => ({
          uri: uriOf(TEMPLATE),
          span: { start: start + 11, end: end + 11 },
          newText,
        })),
      };
      return problem('template.xml-syntax', { start: 0, end: 1 }, 'A fault.', { fixes: [fix] });
    });
    const texts = { [TEMPLATE]: FILE };
    const [action] = codeActions(viewOf(texts), uriOf(TEMPLATE), problems, { start: 0, end: 0 }, [KIND], {
      createFiles: false,
    });
    return (applied(texts, action?.edit ?? {})[TEMPLATE] ?? '').slice('<interface>'.length, -'</interface>'.length);
  }

  const together: readonly (readonly [name: string, result: string, fixes: readonly (readonly Change[])[]])[] = [
    ['fixes side by side are made', 'ab23456789', [[[0, 1, 'a']], [[1, 2, 'b']]]],
    ['in any order', 'ab23456789', [[[1, 2, 'b']], [[0, 1, 'a']]]],
    ['of two that overlap, the first in the text is made', 'a3456789', [[[2, 5, 'b']], [[0, 3, 'a']]]],
    ['of two insertions at one place as well', 'a0123456789', [[[0, 0, 'a']], [[0, 0, 'b']]]],
    [
      'a fix is made as a whole, or not at all',
      '01a345c789',
      [
        [
          [2, 3, 'a'],
          [6, 7, 'c'],
        ],
        [
          [4, 5, 'b'],
          [9, 10, 'd'],
        ],
      ],
    ],
  ];
  for (const [name, result, fixes] of together)
    it(name, () => {
      equal(withFixes(fixes), result);
    });

  it('leaves a fix alone that changes another file', () => {
    const changes = [{ uri: uriOf('other.py'), span: { start: 0, end: 0 }, newText: 'a' }];
    const fixes = [{ title: 'Mend', preferred: true, changes }];
    const problems = [problem('template.xml-syntax', { start: 0, end: 1 }, 'A fault.', { fixes })];
    const view = viewOf({ [TEMPLATE]: FILE, 'other.py': '' });
    deepEqual(codeActions(view, uriOf(TEMPLATE), problems, { start: 0, end: 0 }, [KIND], { createFiles: false }), []);
  });

  it('is offered to those who ask for its kind, or one above it', () => {
    const texts = { ...SOUND, [TEMPLATE]: '<interface a=b>${source_device}</interface>' };
    const request = { texts, path: TEMPLATE, at: 'b>' };
    const kinds = (only: readonly string[] | undefined): readonly unknown[] =>
      offered({ ...request, ...(only && { only }) }).map(({ kind }) => kind);
    for (const only of ['source', 'source.fixAll', KIND]) deepEqual(kinds([only]), [KIND]);
    for (const only of ['source.organizeImports', 'source.fixAll.eslint', 'sour', 'refactor'])
      deepEqual(kinds([only]), []);
    deepEqual(kinds(['quickfix']), ['quickfix']);
    deepEqual(kinds(undefined), ['quickfix']);
    deepEqual(kinds(['']), ['quickfix', KIND]);
  });

  it('comes to an end: applied again and again, it soon finds nothing to do', () => {
    const file = fc.oneof(mutated(arbitraryFile.map(({ text }) => text)), arbitraryText);
    fc.assert(
      fc.property(file, (text) => {
        let texts: Texts = { ...SOUND, [TEMPLATE]: text };
        for (let round = 0; round < 20; round += 1) {
          const next = fixed(texts, TEMPLATE);
          if (next[TEMPLATE] === texts[TEMPLATE]) return;
          texts = next;
        }
        throw new Error(`still changing: ${JSON.stringify(texts[TEMPLATE])}`);
      }),
      { numRuns: 150 },
    );
  });
});
