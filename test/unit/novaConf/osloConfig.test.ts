import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import fc from 'fast-check';
import type { NovaConf } from '../../../server/src/novaConf/novaConf';
import { normalizedGroup } from '../../../server/src/novaConf/options';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { substitution } from '../../../server/src/novaConf/substitute';

const PYTHON = '/usr/bin/python3';
const FILES = 400;

/** What osloConfig.py says of one file. */
type Answer =
  | { readonly line: number; readonly fault: string }
  | {
      readonly sections: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
      readonly values: readonly [string, string, string][];
    };

const name = fc.constantFrom('a', 'b', 'c_d', 'E');
const reference = fc.constantFrom('$a', '${b}', '$c_d', '${E}', '$g.a', '${g.b}');
const word = fc.constantFrom(
  '$$',
  '\\$',
  '$',
  '${',
  '${}',
  '%',
  '%(a)s',
  '/x',
  '🖧',
  '"',
  "'",
  ':',
  '=',
  '#',
  ';',
  '[',
  '-',
  '\\',
);
const blank = fc.constantFrom(' ', '\t', '\xa0', '\x1f', '\ufeff');
const value = fc.string({ unit: fc.oneof(reference, word, blank), maxLength: 6 });
const sign = fc.constantFrom('=', ' = ', ':', ' : ', '\t=');

const option = fc
  .tuple(name, sign, value, fc.array(value, { maxLength: 2 }))
  .map(([name, sign, value, more]) => [`${name}${sign}${value}`, ...more.map((line) => `  x${line}`)]);
const quoted = fc
  .tuple(name, value, fc.constantFrom('"', "'"))
  .map(([name, value, quote]) => [`${name} = ${quote}${value}${quote} `]);
const section = fc.constantFrom(['[DEFAULT]'], ['[g]'], ['[G]'], ['[libvirt] '], ['[ g]']);
const ignored = fc.constantFrom([''], ['  '], ['# c'], ['; c'], ['#a = 1']);
const fault = fc
  .constantFrom(
    'word',
    '= x',
    ': x',
    '[]',
    '[',
    '[g',
    '[g] # c',
    '[g] x]',
    '  # c',
    '\t[g]',
    '  a = 1',
    '// c',
    '-',
    '\xa0',
    '\xa0a = 1',
  )
  .map((line) => [line]);

/** Lines, each with one of the three line ends. */
function fileOf(lines: fc.Arbitrary<readonly string[]>, maxLength: number): fc.Arbitrary<string> {
  const ended = fc
    .tuple(lines, fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.map((line) => line + end).join(''));
  return fc.array(ended, { maxLength }).map((pieces) => pieces.join(''));
}

/** What every reference finds: oslo.config refuses the others, which stay as they are written here. */
const DEFINITIONS = '[DEFAULT]\na = 1\nb = 2\nc_d = 3\nE = 4\n[g]\na = 5\nb = 6\n';
const soundFile = fileOf(fc.oneof(option, option, quoted, section, ignored), 20).map((text) => DEFINITIONS + text);
const anyFile = fileOf(fc.oneof(option, quoted, section, ignored, fault), 6);

/** What is read here, in the shape of an answer. */
function sectionsOf({ sections, settings }: NovaConf): unknown {
  const read: Record<string, Record<string, string[]>> = {};
  for (const { name } of sections) read[name] ??= {};
  for (const { group, name, value } of settings) ((read[group] ??= {})[name] ??= []).push(value);
  return read;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\r|\n/).length;
}

function assertSameSettings(text: string, answer: Answer): void {
  const conf = parseNovaConf(text);
  const [problem] = conf.problems;
  if ('sections' in answer) {
    assert.deepEqual(
      { text, problem, sections: sectionsOf(conf) },
      { text, problem: undefined, sections: answer.sections },
    );
    return;
  }
  assert.ok(problem, `nothing is wrong here with ${JSON.stringify(text)}, and there: ${answer.fault}`);
  if (answer.fault.startsWith('Section must be started'))
    assert.equal(problem.code, 'nova-conf.no-section', JSON.stringify(text));
  else
    assert.deepEqual([text, problem.code, lineAt(text, problem.span.start)], [text, 'nova-conf.syntax', answer.line]);
}

/** Gives back how many values there are. A circle of references has none, for oslo.config gives up on it. */
function assertSameValues(text: string, answer: Answer): number {
  assert.ok('values' in answer, JSON.stringify(text));
  const conf = parseNovaConf(text);
  const valueOf = substitution(conf);
  for (const [group, name, value] of answer.values) {
    const setting = conf.settings.findLast((other) => other.name === name && normalizedGroup(other.group) === group);
    assert.ok(setting);
    assert.deepEqual({ text, group, name, value: valueOf(setting) }, { text, group, name, value });
  }
  return answer.values.length;
}

/** Asks the real oslo.config, one process for all texts. */
function ask(texts: readonly string[]): readonly Answer[] {
  const env = { ...process.env, PYTHONUTF8: '1' };
  const script = join(import.meta.dirname, 'osloConfig.py');
  const output = execFileSync(PYTHON, [script], {
    input: JSON.stringify(texts),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    env,
  });
  return JSON.parse(output) as readonly Answer[];
}

describe('nova.conf, read here and by the real oslo.config', () => {
  before(function () {
    if (spawnSync(PYTHON, ['-c', 'import oslo_config']).status === 0) return;
    const missing = `${PYTHON} has no module oslo_config; install python3-oslo.config`;
    assert.ok(!process.env.CI, missing);
    for (const test of this.test?.parent?.tests ?? []) test.title += ` (skipped: ${missing})`;
    this.skip();
  });

  it(`has the same settings and faults in ${FILES} files`, () => {
    const texts = fc.sample(anyFile, FILES);
    const answers = ask(texts);
    for (const [index, text] of texts.entries()) assertSameSettings(text, answers[index] ?? assert.fail());
    assert.ok(answers.some((answer) => 'fault' in answer) && answers.some((answer) => 'sections' in answer));
  }).timeout(60_000);

  it(`has the same settings and values in ${FILES} sound files`, () => {
    const texts = fc.sample(soundFile, FILES);
    let count = 0;
    for (const [index, answer] of ask(texts).entries()) {
      const text = texts[index] ?? assert.fail();
      assertSameSettings(text, answer);
      count += assertSameValues(text, answer);
    }
    assert.ok(count > FILES, `only ${count} values`);
  }).timeout(60_000);
});
