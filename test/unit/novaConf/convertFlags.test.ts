import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import { flagsAsIni } from '../../../server/src/novaConf/convertFlags';
import type { NovaConf } from '../../../server/src/novaConf/novaConf';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { select } from '../../../server/src/novaConf/select';

const PYTHON = '/usr/bin/python3';

function converted(text: string): string | undefined {
  return flagsAsIni(text, parseNovaConf(text));
}

/** What is converted, and to what; undefined for what is not. */
const table: readonly (readonly [name: string, flags: string, ini: string | undefined])[] = [
  ['flags', '--a=1\n--b_c=x y\n', '[DEFAULT]\na = 1\nb_c = x y\n'],
  ['a bare flag is on', '--verbose\n', '[DEFAULT]\nverbose = true\n'],
  ['a bare flag keeps its no: it may be part of the name', '--noverbose\n', '[DEFAULT]\nnoverbose = true\n'],
  ['a flag without a value', '--a=\n', '[DEFAULT]\na =\n'],
  ['comments of both kinds, and empty lines', '# x\n\n  // y\n \n--a=1\n', '[DEFAULT]\n# x\n\n# y\n\na = 1\n'],
  ['blanks around everything', '  --a = 1 \n', '[DEFAULT]\na = 1\n'],
  ['quotes that reading takes away', '--a="x"\n', '[DEFAULT]\na = x\n'],
  ['quotes that belong to the value', `--a="'x'"\n`, `[DEFAULT]\na = "'x'"\n`],
  ['quotes around blanks', "--a=' x '\n", '[DEFAULT]\na = " x "\n'],
  ['one quote', '--a="\'"\n', '[DEFAULT]\na = "\'"\n'],
  ['signs and references in a value', '--a=b=$c:${d}\n', '[DEFAULT]\na = b=$c:${d}\n'],
  ['CRLF', '--a=1\r\n--b=2', '[DEFAULT]\r\na = 1\r\nb = 2'],
  ['not a file of the INI form', '[DEFAULT]\na = 1\n', undefined],
  ['not a file with a fault', '--a=1\n-b=2\n', undefined],
  ['not a name that the INI form cuts off', '--a:b=1\n', undefined],
];

const blank = fc.constantFrom('', '', ' ', '\t', '\xa0');
const word = fc.constantFrom(
  'x',
  ' ',
  '"',
  "'",
  '$a',
  '${b}',
  '$$',
  '#',
  ';',
  '//',
  '[y]',
  '=',
  ':',
  '--',
  '\\',
  '%',
  '🖧',
  '\ufeff',
);
const value = fc.array(word, { maxLength: 5 }).map((parts) => parts.join(''));
const name = fc.constantFrom(
  'a',
  'b',
  'c_d',
  'E',
  'libvirt_vif_type',
  'libvirt_vif_driver',
  'libvirtVIFType',
  'nof',
  'g-h',
);
const flag = fc
  .tuple(blank, name, fc.constantFrom('=', ' =', '= '), value, blank)
  .map(([before, key, sign, text, after]) => {
    return `${before}--${key}${sign}${text}${after}`;
  });
/** An option of the VIF story says something by its value alone, and selects nothing as a bare flag. */
const bareFlag = fc.constantFrom('--a', ' --nof ', '--use_deprecated_auth');
const other = fc.constantFrom('', '  ', '# c', '  # [c]', '// d', '\t//', '#--a=1');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const flagFile = fc
  .tuple(flag, fc.array(fc.tuple(lineEnd, fc.oneof(flag, flag, bareFlag, other)), { maxLength: 12 }))
  .map(([first, lines]) => first + lines.map(([end, line]) => end + line).join(''));

function settingsOf({ settings }: NovaConf): readonly (readonly string[])[] {
  return settings.map((setting) => [setting.group, setting.name, setting.value]);
}

function selectionOf(conf: NovaConf): unknown {
  const { vifType, driver, templateFile } = select(conf);
  return [vifType?.value, driver?.value, templateFile?.value];
}

describe('converting a flag file to INI', () => {
  for (const [title, flags, ini] of table)
    it(title, () => {
      assert.equal(converted(flags), ini);
    });

  it('keeps every setting and what is selected, in a file without faults', () => {
    fc.assert(
      fc.property(flagFile, (text) => {
        const before = parseNovaConf(text);
        const after = parseNovaConf(converted(text) ?? assert.fail(`not converted: ${JSON.stringify(text)}`));
        assert.deepEqual([after.form, after.problems], ['ini', []]);
        assert.deepEqual(settingsOf(after), settingsOf(before));
        assert.deepEqual(selectionOf(after), selectionOf(before));
      }),
      { numRuns: 3000 },
    );
  });

  it('converts any text to the same settings, or not at all', () => {
    const anyText = fc.string({
      unit: fc.oneof(word, blank, lineEnd, fc.constantFrom('--a', '-b', '//', '\ufeff', '\x1f')),
    });
    fc.assert(
      fc.property(anyText, (text) => {
        const ini = converted(text);
        if (ini !== undefined) assert.deepEqual(settingsOf(parseNovaConf(ini)), settingsOf(parseNovaConf(text)));
      }),
      { numRuns: 3000 },
    );
  });
});

/** What the real oslo.config reads: the values of each option under [DEFAULT]. */
interface Answer {
  readonly sections?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

describe('a converted flag file, read by the real oslo.config', () => {
  before(function () {
    if (spawnSync(PYTHON, ['-c', 'import oslo_config']).status === 0) return;
    const missing = `${PYTHON} has no module oslo_config; install python3-oslo.config`;
    assert.ok(!process.env.CI, missing);
    for (const test of this.test?.parent?.tests ?? []) test.title += ` (skipped: ${missing})`;
    this.skip();
  });

  it('has the settings of the flag file', () => {
    const texts = fc.sample(flagFile, 300);
    const output = execFileSync(PYTHON, [join(import.meta.dirname, 'osloConfig.py')], {
      input: JSON.stringify(texts.map(converted)),
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      env: { ...process.env, PYTHONUTF8: '1' },
    });
    const answers = JSON.parse(output) as readonly Answer[];
    for (const [index, text] of texts.entries()) {
      const expected: Record<string, string[]> = {};
      for (const [, key = '', written = ''] of settingsOf(parseNovaConf(text))) (expected[key] ??= []).push(written);
      assert.deepEqual({ text, read: answers[index]?.sections }, { text, read: { DEFAULT: expected } });
    }
  }).timeout(60_000);
});
