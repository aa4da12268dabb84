import assert from 'node:assert/strict';
import fc from 'fast-check';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { select } from '../../../server/src/novaConf/select';
import type { Span } from '../../../server/src/text/span';
import { mark, marked } from '../markedText';

describe('the form of a nova.conf', () => {
  const forms: readonly [text: string, form: 'ini' | 'flags'][] = [
    ['', 'ini'],
    ['# --x=1\n', 'ini'],
    ['[DEFAULT]\nx = 1', 'ini'],
    ['x = 1', 'ini'],
    ['x = 1\n--y=2', 'ini'],
    ['--x=1\n[DEFAULT]\ny = 2', 'ini'],
    ['-----\nx = 1', 'ini'],
    ['{% if x %}\ny = 1', 'ini'],
    ['{% if x %}\n--y=1', 'flags'],
    ['--x=1', 'flags'],
    ['-x=1', 'flags'],
    ['\n# c\n// c\n; c\n  --x=1\ny = 2', 'flags'],
    ['--x=[1]\n', 'flags'],
  ];
  for (const [text, form] of forms) {
    it(`of ${JSON.stringify(text)} is ${form}`, () => {
      assert.equal(parseNovaConf(text).form, form);
    });
  }
});

function assertSaysNothing(text: string): void {
  const { form, sections, settings, problems } = parseNovaConf(text);
  assert.deepEqual({ form, sections, settings, problems }, { form: 'ini', sections: [], settings: [], problems: [] });
}

describe('a nova.conf that is hardly one', () => {
  it('may be empty', () => {
    assertSaysNothing('');
  });

  const others: readonly (readonly [program: string, text: string])[] = [
    ['Apache', '# api\nListen 8774\n<VirtualHost *:8774>\n  User nova\n</VirtualHost>\n'],
    ['nginx', 'server {\r\n  listen 443;\r\n}\r\n'],
    ['HAProxy', 'listen nova_api\n  bind 10.0.0.1:8774\n'],
    ['upstart', 'description "Nova"\nstart on runlevel [2345]\nexec nova-api\n'],
  ];
  for (const [program, text] of others) {
    it(`is left alone where it is one of ${program}`, () => {
      assertSaysNothing(text);
    });
  }

  it('is not taken for that of another program where it has a section, or looks like no program', () => {
    for (const text of ['[DEFAULT]\n<VirtualHost>\n', 'stuff\n', '<<<<<<< HEAD\nx = 1\n', 'listen = 1\n'])
      assert.equal(parseNovaConf(text).problems.length > 0, true, text);
  });

  for (const rest of ['[DEFAULT]\nx = 1', '--x=1', '# c\n[DEFAULT]\nx = 1']) {
    it(`is reported for a byte order mark in front of ${JSON.stringify(rest)}, and read behind it`, () => {
      const conf = parseNovaConf(`\ufeff${rest}`);
      assert.deepEqual(
        conf.settings.map(({ name, value }) => [name, value]),
        [['x', '1']],
      );
      assert.deepEqual(
        conf.problems.map(({ code, span }) => [code, span]),
        [['nova-conf.syntax', { start: 0, end: 1 }]],
      );
      assert.match(conf.problems[0]?.message ?? '', /save the file as UTF-8 without one/);
    });
  }

  it('is reported once where it is binary, at its first NUL', () => {
    const source = '\x7fELF\x02<|\0|>\0\x01\nstuff\n= \0\n[\0\nx = 1';
    const { text } = marked(source);
    const { problems, settings } = parseNovaConf(text);
    assert.equal(
      mark(
        text,
        problems.map(({ span }) => span),
      ),
      source,
    );
    assert.match(problems[0]?.message ?? '', /no text/);
    assert.deepEqual(
      settings.map(({ name }) => name),
      ['x'],
    );
  });

  it('may hold a NUL where oslo.config does not mind', () => {
    assert.deepEqual(parseNovaConf('# \0\n[DEFAULT]\nx = \0').problems, []);
  });

  it('may have 10 MB', () => {
    const option = 'libvirt_vif_type = 802.1Qbh\n  # and so on\n';
    const count = Math.ceil(10_000_000 / option.length);
    const conf = parseNovaConf(`[DEFAULT]\n${option.repeat(count)}`);
    assert.equal(conf.settings.length, count);
    assert.equal(select(conf).vifType?.value, '802.1Qbh\n# and so on');
  }).timeout(20_000);

  for (const piece of [
    'x\n',
    '[',
    ' ',
    '=',
    '\r',
    '"',
    '${a',
    '  x\n',
    'x = $x$x\n',
    'libvirt_vif_type',
    '--x ',
    '\0\n',
    '{% ',
    '%a',
    '<a',
    'listen ',
    'a {',
  ]) {
    it(`takes a time in proportion to its length where it repeats ${JSON.stringify(piece)}`, () => {
      const text = piece.repeat(1_000_000 / piece.length);
      const conf = parseNovaConf(text);
      select(conf);
      checkSettings(conf, 'file:///nova.conf', text);
    }).timeout(5_000);
  }
});

describe('any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '[',
      ']',
      '=',
      ':',
      '"',
      "'",
      '#',
      ';',
      '//',
      '--',
      '-',
      ' ',
      '\t',
      '\n',
      '\r',
      '\r\n',
      '\0',
      '\ufeff',
      '🖧',
      '$',
      '\\$',
    ),
    fc.constantFrom(
      '[DEFAULT]\n',
      '[libvirt]\n',
      'libvirt_vif_type',
      'libvirt_vif_typ',
      'vif_driver',
      '--libvirtVIFDriver=',
      '${a}',
    ),
    fc.string({ unit: 'binary' }),
  );
  const texts = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''));
  const liesIn = (text: string, { start, end }: Span): boolean => 0 <= start && start <= end && end <= text.length;

  it('gives spans that lie inside of it, and everything in its order', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const conf = parseNovaConf(text);
        const names = conf.settings.map(({ nameSpan }) => nameSpan);
        const places = conf.problems.map(({ span }) => span);
        const spans = [
          ...names,
          ...places,
          ...conf.sections.map(({ span }) => span),
          ...conf.settings.map((s) => s.valueSpan),
        ];
        assert.ok(spans.every((span) => liesIn(text, span)));
        assert.ok(
          conf.settings.every(({ name, nameSpan }) => name !== '' && name === text.slice(nameSpan.start, nameSpan.end)),
        );
        assert.ok(conf.settings.every(({ nameSpan, valueSpan }) => nameSpan.end <= valueSpan.start));
        for (const inOrder of [names, places]) {
          assert.deepEqual(
            inOrder,
            [...inOrder].sort((a, b) => a.start - b.start),
          );
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('can be selected from and checked', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const conf = parseNovaConf(text);
        const selected = Object.values(select(conf));
        assert.ok(selected.every(({ value }) => value !== ''));
        assert.ok(checkSettings(conf, 'file:///nova.conf', text).every(({ span }) => liesIn(text, span)));
      }),
    );
  });
});

describe('settings that are written down', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/);
  const word = fc.stringMatching(/^[!#-&(-~]{1,8}$/);
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const written = (settings: readonly { group?: string; name: string; value: string }[]): string[][] =>
    settings.map(({ group = 'DEFAULT', name, value }) => [group, name, value]);

  it('are read back from INI', () => {
    const setting = fc.record({ group: name, name, words: fc.array(word, { maxLength: 3 }) });
    fc.assert(
      fc.property(fc.array(setting), lineEnd, fc.constantFrom('=', ' = ', ':', ' : '), (given, end, sign) => {
        const text = given
          .map(({ group, name, words }) => `[${group}]${end}${name}${sign}${words.join(`${end}  `)}${end}`)
          .join('');
        const conf = parseNovaConf(text);
        const expected = given.map(({ group, name, words }) => ({ group, name, value: words.join('\n') }));
        assert.deepEqual(written(conf.settings), written(expected));
        assert.deepEqual(conf.problems, []);
      }),
    );
  });

  it('are read back from flags', () => {
    const setting = fc.record({ name, value: word });
    fc.assert(
      fc.property(fc.array(setting, { minLength: 1 }), lineEnd, (given, end) => {
        const conf = parseNovaConf(given.map(({ name, value }) => `--${name}=${value}${end}`).join(''));
        assert.deepEqual(written(conf.settings), written(given));
        assert.deepEqual(conf.problems, []);
      }),
    );
  });
});
