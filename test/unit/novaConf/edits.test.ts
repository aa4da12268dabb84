import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import type { NovaConf } from '../../../server/src/novaConf/novaConf';
import { optionNameOf } from '../../../server/src/novaConf/references';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { ConfPiece } from '../../../server/src/novaConf/pieces/confPiece';
import { ConfPlace } from '../../../server/src/novaConf/pieces/confPlace';
import type { PiecedConf } from '../../../server/src/novaConf/pieces/piecedConf';
import { PieceText } from '../../../server/src/novaConf/pieces/pieceText';
import { select } from '../../../server/src/novaConf/select';

const URI = 'file:///nova.conf';

/** All that a nova.conf says and that is said of it. */
function allOf(conf: NovaConf, text: string): unknown {
  const { form, sections, settings, problems } = conf;
  const names = new Set(settings.map(optionNameOf));
  return {
    form,
    sections,
    settings,
    problems,
    selection: select(conf),
    checked: checkSettings(conf, URI, text),
    named: [...names].map((name) => [name, conf.named(name), conf.lastNamed(name)]),
  };
}

/** The names make findings of all kinds: options known, misspelt, strayed, deprecated, removed, referred to, and of no one. */
const name = fc.constantFrom(
  'libvirt_vif_type',
  'libvirt_vif_driver',
  'libvirt_vif_tpye',
  'vif_driver',
  'debug',
  'my_ip',
  'my_ipp',
  'cpu_allocation_ratio',
  'auth_url',
  'service_metadata_proxy',
  'network_manager',
  'connection',
  'a',
);
const value = fc.constantFrom(
  '',
  'true',
  '1x',
  '10.0.0.1',
  '$my_ip',
  '${a}',
  '$neutron.auth_url',
  '"q"',
  'x\0',
  '{{ x }}',
);
const section = fc.constantFrom('DEFAULT', 'neutron', 'Neutron', 'libvirt', 'databse', 'placement', 'x');
const iniLine = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, value).map(([name, value]) => `${name} = ${value}`) },
  section.map((section) => `[${section}]`),
  fc.constantFrom('', '# c', '  more', '\tmore', 'stuff', '[', ' [x]', '{% if x %}', '\xa0', '--debug', 'server {'),
);
const flagLine = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(name, value).map(([name, value]) => `--${name}=${value}`) },
  fc.constantFrom('', '# c', '// c', '--noverbose', '-debug', 'a = 1', 'stuff', '  --debug', '{% if x %}'),
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n', '\r');

function textOf(line: fc.Arbitrary<string>, maxLength: number): fc.Arbitrary<string> {
  return fc.array(fc.tuple(line, lineEnd), { maxLength, size: 'max' }).map((lines) => lines.flat().join(''));
}

const bom = fc.constantFrom('', '', '', '\ufeff');
const text = fc
  .tuple(bom, fc.oneof(textOf(iniLine, 500), textOf(flagLine, 500), textOf(iniLine, 6)))
  .map((parts) => parts.join(''));

/** Where a change starts and how much it takes away, as shares of the text, and what it puts there. */
const change = fc.record({
  at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  taken: fc.oneof(fc.constantFrom(0, 0, 0.001), fc.double({ min: 0, max: 1, noNaN: true })),
  put: fc.oneof(
    fc.constantFrom('', ' ', '\n', '\r', '\r\n', '[', '\n[', '=', '#', '\ufeff', '--', '\n[x]\n', '\nserver {\n'),
    textOf(fc.oneof(iniLine, flagLine), 4),
  ),
});

function changed(text: string, { at, taken, put }: { at: number; taken: number; put: string }): string {
  const start = Math.round(at * text.length);
  return text.slice(0, start) + put + text.slice(start + Math.round(taken * text.length));
}

describe('a nova.conf after an edit', () => {
  it('says the same as one that is read afresh', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(text, fc.array(change, { minLength: 1, maxLength: 5 }), (text, changes) => {
        let now = text;
        let conf: PiecedConf = parseNovaConf(text);
        allOf(conf, text);
        for (const change of changes) {
          now = changed(now, change);
          conf = parseNovaConf(now, conf);
          assert.deepEqual(allOf(conf, now), allOf(parseNovaConf(now), now));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says in pieces what it says as one piece', () => {
    fc.assert(
      fc.property(text, (text) => {
        const { form, sections, settings, pieces } = parseNovaConf(text);
        const from = pieces[0]?.start ?? 0;
        const whole = new ConfPiece(new PieceText(text.slice(from)), { form, sectionAbove: undefined });
        const place = new ConfPlace(whole, from);
        if (pieces.length > 0)
          assert.deepEqual({ sections, settings }, { sections: place.sections, settings: place.settings });
      }),
    );
  });

  it('leaves what was read before it as it was', () => {
    const text = '[DEFAULT]\nmy_ip = 1\n'.repeat(300);
    const before = parseNovaConf(text);
    const said = allOf(before, text);
    const after = text.replace('my_ip', 'our_ip');
    allOf(parseNovaConf(after, before), after);
    assert.deepEqual(allOf(before, text), said);
  });
});

describe('an edit in a nova.conf', () => {
  const section = (index: number): string => `[section_${index}]\nauth_url = http://${index}\ntimeout = 60\n# c\n\n`;
  const ini = Array.from({ length: 2000 }, (_, index) => section(index)).join('');
  const flags = '--verbose\n--my_ip=10.0.0.1\n'.repeat(5000);
  const lines = (text: string): number => text.split('\n').length;

  /** How many lines are read again once `from` is `to` at the place of its kind in the middle of the text. */
  function linesRead(text: string, from: string, to: string): number {
    const at = text.indexOf(from, text.length / 2);
    const before = parseNovaConf(text);
    const after = parseNovaConf(text.slice(0, at) + to + text.slice(at + from.length), before);
    const known = new Set(before.pieces.map(({ piece }) => piece));
    const read = after.pieces.filter(({ piece }) => !known.has(piece));
    return read.reduce((sum, { piece }) => sum + lines(piece.source.text), 0);
  }

  const edits: readonly (readonly [what: string, text: string, from: string, to: string])[] = [
    ['a character that is put into a value', ini, '60', '6x0'],
    ['a line that goes', ini, 'timeout = 60\n', ''],
    ['a line that is indented now', ini, 'timeout', ' timeout'],
    ['a section that gets another name', ini, '[section_', '[sect_'],
    ['a section that goes', ini, '[section_1', '# '],
    ['a flag', flags, 'verbose', 'noverbose'],
  ];
  for (const [what, text, from, to] of edits) {
    it(`reads few of ${lines(text)} lines again for ${what}`, () => {
      const read = linesRead(text, from, to);
      assert.ok(read > 0 && read < 500, `${read} lines`);
    });
  }

  it('finds the index of its settings in what there was before', () => {
    const before = parseNovaConf(ini);
    before.lastNamed('section_7.timeout');
    const after = parseNovaConf(ini.replace('[section_7]\nauth_url', '[section_7]\nauth_uri'), before);
    assert.equal(after.lastNamed('section_7.auth_url'), undefined);
    assert.equal(after.lastNamed('section_7.auth_uri')?.value, 'http://7');
    assert.equal(after.lastNamed('section_1999.timeout')?.value, '60');
  });
});
