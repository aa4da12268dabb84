import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { referencesIn, referredOption } from '../../../server/src/novaConf/references';
import { mark, marked } from '../markedText';

/** Files with the names marked that their values refer to. */
const FILES: readonly (readonly [what: string, source: string])[] = [
  ['a name, bare and in braces', 'a = $<|b|> ${<|c|>}$<|d|>'],
  ['the name of an option of another section', 'a = $<|libvirt.virt_type|>'],
  ['a name in quotes', 'a = "$<|b|>"'],
  ['a name in a continuation line', '[DEFAULT]\na = x\n  $<|b|>\n'],
  ['names in a flag file', '--a=$<|b|>\n--c $<|d|>'],
  ['no dollar sign that stands for itself', 'a = $$b \\$c $ $1 ${} ${b $$$<|d|>'],
  ['nothing outside of values', '# $a\n[$b]\n$c = 1\n'],
];

describe('references in values', () => {
  for (const [what, source] of FILES)
    it(`finds ${what}`, () => {
      const { text } = marked(source);
      const found = parseNovaConf(text).settings.flatMap((setting) => referencesIn(text, setting));
      assert.equal(
        mark(
          text,
          found.map(({ nameSpan }) => nameSpan),
        ),
        source,
      );
    });

  it('covers each reference from its dollar sign on', () => {
    const text = 'a = $b ${c}';
    const found = parseNovaConf(text).settings.flatMap((setting) => referencesIn(text, setting));
    assert.deepEqual(
      found.map(({ span, name }) => [text.slice(span.start, span.end), name]),
      [
        ['$b', 'b'],
        ['${c}', 'c'],
      ],
    );
  });

  it('lie in the value, in any text', () => {
    const fragments = ['$', '{', '}', '\\', 'a', '.b', '=', '\n', '  ', '"', '[c]', '😀'];
    const texts = fc.array(fc.constantFrom(...fragments), { maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        for (const setting of parseNovaConf(text).settings) {
          let last = setting.valueSpan.start;
          for (const { span, name, nameSpan } of referencesIn(text, setting)) {
            assert.ok(last <= span.start && span.start < nameSpan.start && nameSpan.end <= span.end);
            assert.equal(text.slice(nameSpan.start, nameSpan.end), name);
            last = span.end;
          }
          assert.ok(last <= setting.valueSpan.end);
        }
      }),
    );
  });
});

describe('the option that a reference means', () => {
  const conf = parseNovaConf('[DEFAULT]\na = 1\nb = 1\n[Own]\na = 2\n');

  for (const [name, group, expected] of [
    ['a', 'DEFAULT', 'a'],
    ['a', 'own', 'own.a'],
    ['b', 'own', 'b'],
    ['own.a', 'other', 'own.a'],
    ['nowhere', 'own', 'nowhere'],
  ] as const)
    it(`is ${expected} for $${name} in [${group}]`, () => {
      assert.equal(referredOption(name, group, conf), expected);
    });
});
