import assert from 'node:assert/strict';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { mark, marked } from '../markedText';

/** The settings as `[group] name = value`, the value in quotes. */
function settingsOf(text: string): readonly string[] {
  return parseNovaConf(text).settings.map(({ group, name, value }) => `[${group}] ${name} = ${JSON.stringify(value)}`);
}

describe('nova.conf as INI', () => {
  const settings: readonly [title: string, text: string, expected: readonly string[]][] = [
    ['splits at =', '[DEFAULT]\na = 1', ['[DEFAULT] a = "1"']],
    ['splits at :', '[DEFAULT]\na: 1', ['[DEFAULT] a = "1"']],
    ['splits at the first of the two', '[DEFAULT]\na = b:c\nd: e=f', ['[DEFAULT] a = "b:c"', '[DEFAULT] d = "e=f"']],
    ['wants no blanks', '[DEFAULT]\na=1', ['[DEFAULT] a = "1"']],
    ['keeps case and blanks of a name', '[DEFAULT]\nA b = 1', ['[DEFAULT] A b = "1"']],
    ['keeps the name of a section as it is', '[ Lib ]\na = 1', ['[ Lib ] a = "1"']],
    ['goes back to a section', '[a]\nx=1\n[b]\ny=2\n[a]\nz=3', ['[a] x = "1"', '[b] y = "2"', '[a] z = "3"']],
    [
      'takes off one pair of quotes',
      '[a]\nx = "1"\ny = \'2\'\nz = ""3""',
      ['[a] x = "1"', '[a] y = "2"', '[a] z = "\\"3\\""'],
    ],
    ['leaves quotes that do not match', '[a]\nx = "1\ny = \'2"', ['[a] x = "\\"1"', '[a] y = "\'2\\""']],
    ['takes a lone quote for nothing', '[a]\nx = "', ['[a] x = ""']],
    ['reads an empty value', '[a]\nx =\ny = ""', ['[a] x = ""', '[a] y = ""']],
    ['keeps % and $', '[a]\nx = %(y)s $y ${z} $$', ['[a] x = "%(y)s $y ${z} $$"']],
    ['joins indented lines', '[a]\nx = 1\n  2\n\t3', ['[a] x = "1\\n2\\n3"']],
    ['joins them to nothing, too', '[a]\nx =\n  1', ['[a] x = "\\n1"']],
    ['takes an indented comment for text', '[a]\nx = 1\n  # 2', ['[a] x = "1\\n# 2"']],
    ['takes an indented option for text', '[a]\nx = 1\n  y = 2', ['[a] x = "1\\ny = 2"']],
    ['takes an indented section for text', '[a]\nx = 1\n  [b]\ny = 2', ['[a] x = "1\\n[b]"', '[a] y = "2"']],
    ['keeps the quotes of further lines', '[a]\nx = "1"\n  "2"', ['[a] x = "1\\n\\"2\\""']],
    ['passes over comments and blank lines', '# c\n\n; c\n[a]\n#x = 1\n;x = 2\n \t\nx = 3', ['[a] x = "3"']],
    ['has no comment behind a value', '[a]\nx = 1 # one', ['[a] x = "1 # one"']],
    ['reads CRLF', '[a]\r\nx = 1\r\n  2\r\ny = 3\r\n', ['[a] x = "1\\n2"', '[a] y = "3"']],
    ['reads lone CR', '[a]\rx = 1\r  2\ry = 3', ['[a] x = "1\\n2"', '[a] y = "3"']],
    ['ends no line at other separators', '[a]\nx = 1\u2028y = 2\x0bz = 3', ['[a] x = "1\u2028y = 2\\u000bz = 3"']],
    [
      'takes for blank what Python does',
      '[a]\nx =\x1c\x1d\x1e\x1f\x85\xa0\u2003\u30001\ufeff\x0b',
      ['[a] x = "1\ufeff"'],
    ],
    [
      'passes over the lines of a tool',
      '[a]\nx = 1\n{% if y == 1 %}\ny = 2\n{% endif %}\n{# n #}\n{{ more }}\n{{ k }} = {{ v }}\n<% if z -%>\nz = 3\n<% end %>',
      ['[a] x = "1"', '[a] y = "2"', '[a] z = "3"'],
    ],
    [
      'reads what is indented below such a line',
      '[a]\n{% if y %}\n  y = 2\n  {% else %}\n  # c\n  y = 3\n{% endif %}\nz = 4\n  5',
      ['[a] y = "2"', '[a] y = "3"', '[a] z = "4\\n5"'],
    ],
    ['keeps such a line in a value', '[a]\nx = 1\n  {% if y %}', ['[a] x = "1\\n{% if y %}"']],
    ['takes a NUL for text', '[a]\nx = 1\0', ['[a] x = "1\\u0000"']],
    ['gives every setting of an option', '[a]\nx = 1\nx = 2', ['[a] x = "1"', '[a] x = "2"']],
  ];
  for (const [title, text, expected] of settings) {
    it(title, () => {
      assert.deepEqual(settingsOf(text), expected);
      assert.deepEqual(parseNovaConf(text).problems, []);
    });
  }

  describe('places', () => {
    const names: readonly [title: string, source: string][] = [
      ['a name', '[a]\n<|x|> = 1'],
      ['a name behind astral characters', '[a]\n# 🖧🖧\n<|x|>=1'],
      ['a name with blanks', '[a]\n<|x y|> : 1'],
    ];
    for (const [title, source] of names) {
      it(`knows that of ${title}`, () => {
        const { text } = marked(source);
        assert.equal(
          mark(
            text,
            parseNovaConf(text).settings.map(({ nameSpan }) => nameSpan),
          ),
          source,
        );
      });
    }

    const values: readonly [title: string, source: string][] = [
      ['a value', '[a]\nx = <|1 2|>  \n'],
      ['a value without its quotes', '[a]\nx = "<|1|>" \n'],
      ['a value of several lines', '[a]\nx = <|1\r\n   2  \r\n\t3|>  \r\ny = <|4|>'],
      ['a value that starts in the next line', '[a]\nx =\n  <|1|>'],
      ['a value in quotes that goes on', '[a]\nx = "<|1"\n  2|>'],
      ['no value: behind the sign', '[a]\nx =<||>  \ny:<||>\nz = "<||>"'],
      ['a lone quote', '[a]\nx = "<||>'],
      ['a value of astral characters', '[a]\nx = <|🖧|>'],
    ];
    for (const [title, source] of values) {
      it(`knows that of ${title}`, () => {
        const { text } = marked(source);
        assert.equal(
          mark(
            text,
            parseNovaConf(text).settings.map(({ valueSpan }) => valueSpan),
          ),
          source,
        );
      });
    }

    it('knows those of the sections', () => {
      const source = '<|[DEFAULT]|>  \nx = 1\n\n<|[lib virt]|>\n';
      const { text } = marked(source);
      const { sections } = parseNovaConf(text);
      assert.equal(
        mark(
          text,
          sections.map(({ span }) => span),
        ),
        source,
      );
      assert.deepEqual(
        sections.map(({ name }) => name),
        ['DEFAULT', 'lib virt'],
      );
    });
  });

  describe('faults', () => {
    const faults: readonly [title: string, source: string, message: RegExp, settings: readonly string[]][] = [
      ['a line without a sign', '[a]\n<|vif|>\nx = 1', /write name = value, or # /, ['[a] x = "1"']],
      [
        'a line without a sign and the lines that continue it',
        '[a]\n<|vif|>\n  b\n  c\nx = 1',
        /no = sign/,
        ['[a] x = "1"'],
      ],
      ['a // comment', '[a]\n<|// c|>\nx = 1', /# in front of a comment/, ['[a] x = "1"']],
      ['a missing name', '[a]\n<|= 1|>\nx = 1', /name of the option is missing/, ['[a] x = "1"']],
      ['an unclosed section', '<|[libvirt|>\nx = 1', /write \[libvirt\]/, ['[libvirt] x = "1"']],
      [
        'a comment behind a section',
        '[libvirt] <|# c|>\nx = 1',
        /Nothing may follow \[libvirt\]/,
        ['[libvirt] x = "1"'],
      ],
      ['a section without a name', '<|[]|>\nx = 1', /as in \[DEFAULT\]/, ['[] x = "1"']],
      ['a lone bracket', '<|[|>\nx = 1', /as in \[DEFAULT\]/, ['[] x = "1"']],
      ['an indented option', '[a]\n  <|x = 1|>\ny = 2', /remove the blanks in front/, ['[a] x = "1"', '[a] y = "2"']],
      ['an indented section', ' <|[a]|>\nx = 1', /remove the blanks in front/, ['[a] x = "1"']],
      ['an indented comment', '[a]\n <|# c|>\nx = 1', /remove the blanks in front/, ['[a] x = "1"']],
      ['an indented line behind a comment', '[a]\nx = 1\n# c\n <|2|>', /remove the blanks in front/, ['[a] x = "1"']],
      ['an indented line behind a blank one', '[a]\nx = 1\n\n <|2|>', /remove the blanks in front/, ['[a] x = "1"']],
      ['a flag', '[a]\n<|--x=1|>\ny = 2', /write x = … under \[DEFAULT\]/, ['[DEFAULT] x = "1"', '[a] y = "2"']],
      ['a flag on top', '<|--x=1|>\n[a]\ny = 2', /write x = … under \[DEFAULT\]/, ['[DEFAULT] x = "1"', '[a] y = "2"']],
    ];
    for (const [title, source, message, settings] of faults) {
      it(`reports ${title}, and reads on`, () => {
        const { text } = marked(source);
        const { form, problems } = parseNovaConf(text);
        assert.equal(form, 'ini');
        assert.equal(
          mark(
            text,
            problems.map(({ span }) => span),
          ),
          source,
        );
        for (const problem of problems) {
          assert.equal(problem.code, 'nova-conf.syntax');
          assert.equal(problem.severity, 'error');
          assert.match(problem.message, message);
        }
        assert.deepEqual(settingsOf(text), settings);
      });
    }

    it('takes indented lines for part of a fault up to the next blank line', () => {
      const source = '[a]\n<|one|>\n  two\n\n  <|x = 1|>';
      const { text } = marked(source);
      assert.equal(
        mark(
          text,
          parseNovaConf(text).problems.map(({ span }) => span),
        ),
        source,
      );
      assert.deepEqual(settingsOf(text), ['[a] x = "1"']);
    });

    it('reports each of several faults, in the order of the file', () => {
      const source = '[a]\n<|one|>\nx = 1\n<|= 2|>\n<|[b|>\ny = 3\n<|three|>';
      const { text } = marked(source);
      assert.equal(
        mark(
          text,
          parseNovaConf(text).problems.map(({ span }) => span),
        ),
        source,
      );
      assert.deepEqual(settingsOf(text), ['[a] x = "1"', '[b] y = "3"']);
    });
  });

  it('reports the first option that stands above every section, and reads them all as of DEFAULT', () => {
    const source = '# c\n<|x|> = 1\ny = 2\n[a]\nz = 3';
    const { text } = marked(source);
    const { problems } = parseNovaConf(text);
    assert.equal(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
      source,
    );
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['nova-conf.no-section'],
    );
    assert.match(problems[0]?.message ?? '', /write \[DEFAULT\] on a line above/);
    assert.deepEqual(settingsOf(text), ['[DEFAULT] x = "1"', '[DEFAULT] y = "2"', '[a] z = "3"']);
  });
});
