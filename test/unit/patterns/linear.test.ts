import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../installedPrograms';
import { skipWithout } from '../shipped/programs';
import { patternsOf, sourceFiles, type FoundPattern, type MadePattern } from './collect';

/** Long enough (ms) for a machine that has other things to do. */
const PATIENCE = 600_000;
/** So many processes share the work. */
const PROCESSES = 2;

/** Runs one of the programs beside this test, and reads the JSON that it writes. */
async function ask(args: readonly string[], input: unknown): Promise<unknown> {
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString());
}

/** Why each pattern takes more than linear time on some text; null for one that never does. */
async function judge(patterns: readonly FoundPattern[]): Promise<readonly (string | null)[]> {
  const asked = patterns.map(({ source, flags }) => ({ source, flags }));
  const size = Math.ceil(asked.length / PROCESSES);
  const parts = Array.from({ length: PROCESSES }, (_, index) => asked.slice(index * size, (index + 1) * size));
  const judgeFile = path.join(__dirname, 'judge.mjs');
  return (await Promise.all(parts.map((part) => ask([judgeFile], part)))).flat() as (string | null)[];
}

/** Patterns that are nothing but parts of others: valueType.ts makes a whole of each, and that is judged. */
const PARTS = 'server/src/libvirt/numbers.ts:';

/** Each pattern once, whose places are those of all that are alike. */
function distinct(patterns: readonly FoundPattern[]): readonly FoundPattern[] {
  return [...new Map(patterns.map((pattern) => [`${pattern.flags} ${pattern.source}`, pattern] as const)).values()];
}

/** Fails, and says which are not linear, and on what text. */
async function assertLinear(patterns: readonly FoundPattern[]): Promise<void> {
  const asked = distinct(patterns);
  const verdicts = await judge(asked);
  assert.equal(verdicts.length, asked.length);
  const slow = asked.flatMap(({ place, source, flags }, index) => {
    const verdict = verdicts[index];
    return typeof verdict === 'string' ? [`${place} /${source}/${flags}: ${verdict}`] : [];
  });
  assert.deepEqual(slow, []);
}

/** Every pattern of a grammar, with where it stands. */
function patternsOfGrammar(name: string): readonly FoundPattern[] {
  const found: FoundPattern[] = [];
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (['match', 'begin', 'end', 'while'].includes(key) && typeof inner === 'string')
        found.push({ place: `${name}${place}/${key}`, ...inJavaScript(inner) });
      else visit(inner, `${place}/${key}`);
    }
  };
  visit(JSON.parse(readFileSync(path.join(ROOT, 'syntaxes', name), 'utf8')), '');
  return found;
}

/** A pattern of Oniguruma as JavaScript writes it. `\G`, where the last match ended, is a place like the start of the text to it, and what the pattern that begins a stretch has found is a letter. */
function inJavaScript(pattern: string): { readonly source: string; readonly flags: string } {
  const ignoresCase = /^(\\G)?\(\?i:/.test(pattern);
  const source = pattern
    .replaceAll('\\G', '^')
    .replace(/\\[1-9]/g, 'x')
    .replaceAll('(?i:', '(?:')
    .replaceAll('\\h', '[\\da-fA-F]')
    .replaceAll('[:alpha:]', '\\p{L}')
    .replace(/(?<=^|[^\\])-(?=\])/g, '\\-');
  return { source, flags: ignoresCase ? 'iu' : 'u' };
}

describe('no regular expression of ours takes more than linear time, whatever the text is', function () {
  this.timeout(PATIENCE);
  before(function () {
    const missing = ['recheck', 'scslre'].filter((name) => !existsSync(path.join(ROOT, 'node_modules', name)));
    skipWithout(this, missing);
  });

  it('the judges tell', async () => {
    const KNOWN: readonly (readonly [source: string, isLinear: boolean])[] = [
      ['^(a+)+$', false],
      ['\\s+$', false],
      ['^\\s+$', true],
      ['a+b', false],
      ['(?<!x)a*a*b', false],
      ['(?<!x)a*b(?=c)', false],
      ['^(?=a)[ab]*c', true],
    ];
    const verdicts = await judge(KNOWN.map(([source]) => ({ place: '', source, flags: '' })));
    assert.deepEqual(verdicts.map((verdict) => verdict === null), KNOWN.map(([, isLinear]) => isLinear)); // prettier-ignore
  });

  it('in the sources', async () => {
    const found = sourceFiles().flatMap(patternsOf);
    const written = found.filter((each): each is FoundPattern => 'source' in each);
    assert.ok(written.length > 300, `${written.length} patterns`);
    await assertLinear(written);
  });

  it('made of parts while the program runs', async () => {
    const made = sourceFiles().flatMap(patternsOf).filter((each): each is MadePattern => 'written' in each); // prettier-ignore
    const files = [...new Set(made.map(({ place }) => place.slice(0, place.lastIndexOf(':'))))];
    const recorder = path.join(__dirname, 'recordMade.ts');
    const recorded = (await ask(['--import', 'tsx', recorder, ...files], null)) as readonly FoundPattern[];
    const places = new Set(recorded.map(({ place }) => place));
    assert.deepEqual(made.filter(({ place }) => !places.has(place)), [], 'never made by the recorder'); // prettier-ignore
    await assertLinear(recorded.filter(({ place }) => !place.startsWith(PARTS)));
  });

  for (const name of ['nova-conf.tmLanguage.json', 'vif-template.tmLanguage.json'])
    it(`in the grammar ${name}`, async () => {
      const patterns = patternsOfGrammar(name);
      assert.ok(patterns.length > 15);
      for (const { place, source, flags } of patterns) assert.doesNotThrow(() => new RegExp(source, flags), place);
      await assertLinear(patterns);
    });
});
