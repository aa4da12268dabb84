import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { complete } from '../../../server/src/languageFeatures/completion';
import { CONF, DRIVER, SOUND, TEMPLATE } from '../check/scenario';
import { uriOf, viewOf } from './workspace';

const SCRIPT = `export default class QbhDriver {
  static outputKeys = ['source_device'];
  getVIFConfiguration(instance, network) {
    const config = { source_device: network.device };
    config['profile_name'] = 'x';
    return config;
  }
}
`;

/** A file of each kind, and what its texts are put together from. */
const KINDS: readonly (readonly [path: string, text: string])[] = [
  [CONF, SOUND[CONF] ?? ''],
  ['nova-flags.conf', '--libvirt_vif_type=802.1Qbh\n--libvirt_vif_driver=drivers.qbh.QbhDriver\n--a=$b\n'],
  [TEMPLATE, SOUND[TEMPLATE] ?? ''],
  ['nova.vif.xml', '<vif-templates>\n  <template vif-type="bridge"><interface/></template>\n  \n</vif-templates>\n'],
  [DRIVER, SOUND[DRIVER] ?? ''],
  ['script.mjs', SCRIPT],
];

const SCRIPT_CONF = '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = script.QbhDriver\n';

const FRAGMENTS = [
  '${',
  '$',
  '}',
  '"',
  "'",
  '<',
  '>',
  '=',
  '[',
  ']',
  '{',
  '(',
  ',',
  '.',
  '--',
  '#',
  '\n',
  '\r\n',
  '\r',
  ' ',
  '🦜',
  '\ud83e',
  '\0',
  'é',
];

/** A text that an edit has left: a piece is gone, and another one stands in its place. */
function edited(text: string): fc.Arbitrary<string> {
  const place = fc.nat(text.length);
  return fc
    .tuple(
      place,
      fc.nat(12),
      fc.array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ maxLength: 3 })), { maxLength: 4 }),
    )
    .map(([at, length, pieces]) => text.slice(0, at) + pieces.join('') + text.slice(at + length));
}

const arbitraryPlace = fc
  .constantFrom(...KINDS)
  .chain(([path, text]) => fc.record({ path: fc.constant(path), text: fc.oneof(edited(text), fc.string()) }))
  .chain(({ path, text }) =>
    fc.record({ path: fc.constant(path), text: fc.constant(text), offset: fc.nat(text.length) }),
  );

describe('completion in any text', () => {
  it('throws nowhere, and replaces a part of the line that touches the cursor', () => {
    fc.assert(
      fc.property(arbitraryPlace, fc.boolean(), ({ path, text, offset }, snippets) => {
        const texts = path === 'script.mjs' ? { ...SOUND, [CONF]: SCRIPT_CONF } : SOUND;
        const items = complete(viewOf({ ...texts, [path]: text }), uriOf(path), offset, snippets);
        const document = TextDocument.create('', '', 0, text);
        for (const { label, textEdit } of items) {
          assert.ok(textEdit && 'range' in textEdit, label);
          const { start, end } = textEdit.range;
          assert.equal(start.line, end.line, 'one line');
          const [from, to] = [document.offsetAt(start), document.offsetAt(end)];
          // Between CR and LF is no place of a document.
          const cursor = document.offsetAt(document.positionAt(offset));
          assert.ok(from <= cursor && cursor <= to, `${label}: ${from} to ${to} does not touch ${cursor}`);
        }
      }),
      { numRuns: 600 },
    );
  });

  const huge: readonly (readonly [path: string, text: string])[] = [
    [CONF, '[DEFAULT]\nx = ' + '$'.repeat(300_000)],
    [CONF, '[DEFAULT]\nx = ' + 'a'.repeat(300_000)],
    [CONF, '[DEFAULT]\n' + 'x = $y\n'.repeat(30_000) + 'z = $'],
    [TEMPLATE, 'x' + '\n'.repeat(300_000)],
    [TEMPLATE, '<interface ' + 'a= '.repeat(100_000)],
    [TEMPLATE, '<interface a=' + ' '.repeat(300_000)],
    [TEMPLATE, '<interface a="' + '${'.repeat(150_000)],
    [TEMPLATE, '<interface a="${' + ' '.repeat(300_000)],
    [TEMPLATE, '<vif-templates>\n' + '<!--'.repeat(50_000) + '\n'],
    [DRIVER, `${SOUND[DRIVER] ?? ''}x = '${'a'.repeat(300_000)}`],
    [DRIVER, `${SOUND[DRIVER] ?? ''}    def plug(self):\n${'        return x\n'.repeat(10_000)}        x['`],
  ];
  for (const [path, text] of huge) {
    it(`is quick in ${JSON.stringify(text.slice(0, 20))}… of ${text.length} characters`, () => {
      const view = viewOf({ ...SOUND, [path]: text });
      view.confs();
      view.template(uriOf(path));
      const start = performance.now();
      complete(view, uriOf(path), text.length, true);
      const spent = performance.now() - start;
      assert.ok(spent < 2000, `${Math.round(spent)} ms`);
    });
  }
});
