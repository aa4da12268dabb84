import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { findNovaOptions, novaOptions, type NovaOption } from '../../../server/src/novaConf/catalogue';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import type { NovaConf, OptionSetting } from '../../../server/src/novaConf/novaConf';
import { normalizedGroup } from '../../../server/src/novaConf/options';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { inEffect } from '../../../server/src/novaConf/values/inEffect';
import { wholeValue } from '../../../server/src/novaConf/values/wholeValue';

const PYTHON = '/usr/bin/python3';
const ROOT = join(import.meta.dirname, '../../..');
const FILES = 600;

/** What novaOptions.py says of one file. */
interface Answer {
  readonly unread: readonly (readonly [group: string, name: string])[];
  readonly options: readonly {
    readonly group: string;
    readonly name: string;
    readonly fault: string | null;
    readonly value: string | null;
  }[];
}

const registered = novaOptions().filter(({ removed }) => !removed);

/**
 * What a registered option may be set to: what suits it, what suits another type, and what hardly suits any. Nova lets the
 * capabilities of its daemons be only what the kernel has; that list is not ours to keep.
 */
const options = registered.filter(({ name }) => name !== 'capabilities');
const typed = options.filter(({ type, choices }) => type !== 'string' || choices);
/** One option for each set of rules that a value can have to obey. */
const kinds = [
  ...new Map(
    options.map((option) => {
      const { type, min, max, choices, ignoreCase, pattern, maxLength, schemes } = option;
      return [JSON.stringify([type, min, max, choices, ignoreCase, pattern, maxLength, schemes]), option];
    }),
  ).values(),
];
const numbers = [
  '0',
  '1',
  '-1',
  '2',
  '28',
  '29',
  '4.5',
  '4.6',
  '100',
  '101',
  '256',
  '65535',
  '65536',
  '-2',
  '-3',
  '010',
];
const oddNumbers = [
  '1_000',
  '1__0',
  '_1',
  '+5',
  '- 5',
  '1.',
  '.5',
  '1e3',
  '1e',
  'nan',
  '-inf',
  'Infinity',
  '0x10',
  '5x',
];
const booleans = ['true', 'False', 'ON', 'off', 'yes', 'No', 'maybe', 'y', 'None'];
const hosts = [
  '10.0.0.1',
  '10.0.0.256',
  '10.0.0.01',
  '10.0.0',
  'a.b-c.example',
  'a_b',
  '-a',
  'a-',
  'a..b',
  'host.',
  '1.2.3.4.5',
  'a.1',
  '::',
  '::1',
  '1::2::3',
  'fe80::1:10.0.0.1',
  '1:2:3:4:5:6:7:8',
  '1:2:3:4:5:6:7::',
  '1:2:3:4:5:6:7:8::',
  ':1',
  'fe80::1%eth0',
  '12345::',
  '1.2.3.4::',
  'x'.repeat(64),
  'ab.'.repeat(90),
];
const uris = [
  'http://h',
  'HTTP://h/x',
  'https://u:p@h:80/a%20b?q#f',
  'telnet://h:1',
  'ws://[::1]:6083/',
  'http://[::1%25eth0]/',
  'http://[::1%eth0]/',
  'http://[v1.x]/',
  'http://[1::2::3]/',
  'http://[::999.1.1.1]',
  'http://:80/',
  'http://',
  'http:///x',
  'http:/x',
  '//h/x',
  'http://h:123456',
  'http://300.1.1.1/',
  'http://h/a[1]',
  'http://h/ü x',
  'http://ü/',
  'http://a b/',
  'http://a@b@c/',
  'http://h\\x',
  'nbd:h',
];
const lists = ['a,b', ',', 'none,vencrypt', 'none,,vencrypt', ' none , none ,', 'normal,direct', 'osapi_compute, x'];
const dictionaries = ['a:b', 'a:b,c:d', 'a:b,a:c', ':b', 'a', 'a,b:c', 'a:b,c', ' : , ', 'node:0,size:2048,count:64'];
const texts = [
  '',
  ' ',
  'month@5',
  'month@',
  'volumev3::publicURL',
  'x:y',
  'a b',
  '10:20',
  '10:2x',
  'ä',
  '１２',
  'Interval',
  '%',
  '$$',
  '\\$',
];
const values = [numbers, oddNumbers, booleans, hosts, uris, lists, dictionaries, texts].flat();
const anyValue = fc.constantFrom(...values);
const definitions = ['[DEFAULT]\nmy_ip = 10.0.0.1\nlog_file = 7\n', '[libvirt]\nvirt_type = lxc\n'];
const reference = fc.constantFrom('$my_ip', '${log_file}', '$state_path/x', '$libvirt.virt_type', '$debug', '$nowhere');

function suiting({ choices = [], default: value, min, max }: NovaOption): fc.Arbitrary<string> {
  const limits = [min, max].flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit, limit + 1]));
  return fc.constantFrom(...choices, choices.join(','), ...limits.map(String), ...(value ?? '').split('\n'));
}

function written(name: string, value: string, form: number): string {
  if (form === 0) return `${name} = "${value}"`;
  if (form === 1) return `${name}: ${value}`;
  if (form === 2) return `${name} =\n  ${value}`;
  return form === 3 ? `${name} = ${value}\n  more` : `${name} = ${value}`;
}

function settingOf(option: NovaOption): fc.Arbitrary<string> {
  const places = [option, option, ...(option.deprecatedNames ?? [])];
  const value = fc.oneof({ weight: 4, arbitrary: suiting(option) }, { weight: 4, arbitrary: anyValue }, reference);
  return fc
    .tuple(fc.constantFrom(...places), value, fc.nat({ max: 12 }), fc.constantFrom('', 's', 'x_'))
    .map(([{ group, name }, value, form, slip]) => {
      return `[${group}]\n${written(form === 12 ? slip + name : name, value, form)}\n`;
    });
}

/** Files that set a few options, some of them more than once and by several names. A section that every Nova of today wants comes first. */
const file = fc
  .array(fc.oneof(fc.constantFrom(...options), fc.constantFrom(...typed)), { minLength: 1, maxLength: 8 })
  .chain((chosen) => fc.array(fc.oneof(...chosen.map(settingOf)), { minLength: 1, maxLength: 15 }))
  .chain((settings) => fc.shuffledSubarray([...definitions, ...settings], { minLength: settings.length }))
  .map((pieces) => `[placement]\n${pieces.join('')}`);

function ask(texts: readonly string[]): readonly Answer[] {
  const output = execFileSync(PYTHON, [join(import.meta.dirname, 'novaOptions.py')], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, PYTHONUTF8: '1', PYTHONDONTWRITEBYTECODE: '1' },
  });
  return JSON.parse(output) as readonly Answer[];
}

/** The settings that decide the value of each option. */
function decidingSettings(conf: NovaConf): ReadonlyMap<NovaOption, readonly OptionSetting[]> {
  const counts = inEffect(conf);
  const deciding = new Map<NovaOption, OptionSetting[]>();
  for (const setting of conf.settings) {
    for (const option of findNovaOptions(setting.group, setting.name)) {
      if (counts(setting, option)) deciding.set(option, [...(deciding.get(option) ?? []), setting]);
    }
  }
  return deciding;
}

function unreadPlaces({ settings }: NovaConf): readonly string[] {
  const unread = settings.filter(({ group, name }) => findNovaOptions(group, name).every(({ removed }) => removed));
  return [...new Set(unread.map(({ group, name }) => `${normalizedGroup(group)}/${name}`))].sort();
}

function assertSameReading(text: string, answer: Answer): { readonly bad: number; readonly values: number } {
  const conf = parseNovaConf(text);
  assert.deepEqual(unreadPlaces(conf), answer.unread.map((place) => place.join('/')).sort(), text);

  const problems = checkSettings(conf, 'file:///nova.conf', text).filter(
    ({ code }) => code === 'nova-conf.value-invalid',
  );
  const refused = new Set(problems.map(({ span }) => span.start));
  const deciding = decidingSettings(conf);
  const valueOf = wholeValue(conf);
  let [bad, values] = [0, 0];
  for (const { group, name, fault, value } of answer.options) {
    const option = findNovaOptions(group, name)[0] ?? assert.fail(`${group}/${name} is unknown here`);
    const settings = deciding.get(option) ?? [];
    const found = settings.some(
      ({ nameSpan, valueSpan }) => refused.has(nameSpan.start) || refused.has(valueSpan.start),
    );
    // A reference to an option that Nova refuses is itself refused there.
    const sure = settings.every((setting) => !/\$[\w{]/.test(setting.value));
    if ((sure || found) && found !== (fault !== null))
      assert.fail(`[${group}] ${name}: ${fault ?? 'fine'}, in ${text}`);
    bad += found ? 1 : 0;

    const read = settings.map(valueOf).at(-1);
    if (fault !== null || value === null || read === undefined || !['string', 'uri'].includes(option.type)) continue;
    if (read !== value) assert.fail(`[${group}] ${name} is ${read} here and ${value} there, in ${text}`);
    values += 1;
  }
  return { bad, values };
}

/** Expects that at least `enough` values are refused, and as many texts read. */
function assertSameReadings(texts: readonly string[], enough: number): void {
  const sums = ask(texts).map((answer, index) => assertSameReading(texts[index] ?? assert.fail(), answer));
  const bad = sums.reduce((sum, { bad }) => sum + bad, 0);
  const values = sums.reduce((sum, { values }) => sum + values, 0);
  assert.ok(bad > enough && values > enough, `only ${bad} refusals and ${values} values`);
}

describe("nova.conf, read here and by the real oslo.config with Nova's own options", () => {
  before(function () {
    if (spawnSync(PYTHON, ['-c', 'import nova.version']).status === 0) return;
    const missing = `${PYTHON} has no module nova; install python3-nova`;
    assert.ok(!process.env.CI, missing);
    for (const test of this.test?.parent?.tests ?? []) test.title += ` (skipped: ${missing})`;
    this.skip();
  });

  it('has the same options: the catalogue is what its script prints', () => {
    const printed = execFileSync(PYTHON, [join(ROOT, 'scripts/nova_options.py')], { encoding: 'utf8' });
    assert.equal(printed, readFileSync(join(ROOT, 'server/src/novaConf/catalogue/novaOptions.json'), 'utf8'));
  }).timeout(30_000);

  it('refuses the same of many values for an option of each kind', () => {
    const texts = values.map((value) => {
      return `[placement]\n${kinds.map(({ group, name }) => `[${group}]\n${name} = ${value}\n`).join('')}`;
    });
    assertSameReadings(texts, 200);
  }).timeout(120_000);

  it(`has the same settings, values and refusals in ${FILES} files`, () => {
    assertSameReadings(fc.sample(file, FILES), FILES / 2);
  }).timeout(120_000);
});
