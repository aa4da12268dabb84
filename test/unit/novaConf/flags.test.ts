import assert from 'node:assert/strict';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { mark, marked } from '../markedText';

describe('nova.conf as a flag file', () => {
  const settings: readonly [title: string, text: string, expected: readonly string[]][] = [
    ['reads --name=value', '--libvirt_vif_type=802.1Qbh', ['libvirt_vif_type = "802.1Qbh"']],
    ['reads blanks around the sign', '--x = 1', ['x = "1"']],
    ['splits at the first = alone', '--x=a:b=c', ['x = "a:b=c"']],
    ['takes off quotes', '--x="1"\n--y=\'2\'', ['x = "1"', 'y = "2"']],
    ['reads an empty value', '--x=', ['x = ""']],
    ['reads a bare flag as on', '--verbose', ['verbose = "true"']],
    ['keeps the name of --noname', '--nouse_ipv6', ['nouse_ipv6 = "true"']],
    ['keeps --flagfile', '--flagfile=/etc/nova/nova-compute.conf', ['flagfile = "/etc/nova/nova-compute.conf"']],
    ['passes over # and // comments and blank lines', '# c\n// c\n\n  # c\n--x=1\n', ['x = "1"']],
    ['reads indented flags', '  --x=1\n\t--y=2', ['x = "1"', 'y = "2"']],
    ['reads CRLF', '--x=1\r\n--y=2\r\n', ['x = "1"', 'y = "2"']],
    ['reads lone CR', '--x=1\r--y=2', ['x = "1"', 'y = "2"']],
    ['passes over the lines of a tool', '{% if x %}\n--x={{ x }}\n{% endif %}', ['x = "{{ x }}"']],
    ['keeps % and $', '--x=$state_path/%d', ['x = "$state_path/%d"']],
    ['gives every setting of a flag', '--x=1\n--x=2', ['x = "1"', 'x = "2"']],
  ];
  for (const [title, text, expected] of settings) {
    it(title, () => {
      const conf = parseNovaConf(text);
      assert.equal(conf.form, 'flags');
      assert.deepEqual(
        conf.settings.map(({ name, value }) => `${name} = ${JSON.stringify(value)}`),
        expected,
      );
      assert.ok(conf.settings.every(({ group }) => group === 'DEFAULT'));
      assert.deepEqual(conf.problems, []);
    });
  }

  it('knows the places of names', () => {
    const source = '--<|x|>=1\n--<|y|>\n  --<|z|> = 2';
    const { text } = marked(source);
    assert.equal(
      mark(
        text,
        parseNovaConf(text).settings.map(({ nameSpan }) => nameSpan),
      ),
      source,
    );
  });

  it('knows the places of values', () => {
    const source = '--x=<|1 2|> \n--y<||>\n--z = "<|2|>"\n--u=<||>\n# 🖧\n--v=<|🖧|>';
    const { text } = marked(source);
    assert.equal(
      mark(
        text,
        parseNovaConf(text).settings.map(({ valueSpan }) => valueSpan),
      ),
      source,
    );
  });

  const faults: readonly [title: string, source: string, message: RegExp, expected: readonly string[]][] = [
    ['a blank in place of the sign', '--v=0\n<|--x 1|>', /write --x=…/, ['v = 0', 'x = 1']],
    ['a single dash', '<|-x=1|>\n--v=0', /write --x=…/, ['x = 1', 'v = 0']],
    ['a bare flag with a single dash', '--v=0\n<|-verbose|>', /two dashes/, ['v = 0', 'verbose = true']],
    ['a line of the INI form', '--v=0\n<|x = 1|>\n--y=2', /write --x=…/, ['v = 0', 'x = 1', 'y = 2']],
    ['a line of the INI form with a colon', '--v=0\n<|x: 1|>', /write --x=…/, ['v = 0', 'x = 1']],
    ['a word', '--v=0\n<|word|>\n--y=2', /write --name=value/, ['v = 0', 'y = 2']],
    ['a comment of the INI form', '--v=0\n<|; c|>', /# in front of a comment/, ['v = 0']],
    ['a sign without a name', '--v=0\n<|=1|>', /write --name=value/, ['v = 0']],
    ['dashes alone', '--v=0\n<|--|>\n<|-----|>', /write --name=value/, ['v = 0']],
  ];
  for (const [title, source, message, expected] of faults) {
    it(`reports ${title}, and reads on`, () => {
      const { text } = marked(source);
      const { form, problems, settings } = parseNovaConf(text);
      assert.equal(form, 'flags');
      assert.equal(
        mark(
          text,
          problems.map(({ span }) => span),
        ),
        source,
      );
      for (const problem of problems) {
        assert.equal(problem.code, 'nova-conf.syntax');
        assert.match(problem.message, message);
      }
      assert.deepEqual(
        settings.map(({ name, value }) => `${name} = ${value}`),
        expected,
      );
    });
  }
});
