import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import type { DriverDeclaration, DriverLanguage, DriverModule } from '../../../server/src/driver/declaration';
import { readDriver } from '../../../server/src/driver/read';
import { mark, marked } from '../markedText';
import { javascriptDrivers } from './javascriptDrivers';
import { pythonDrivers, type DriverCase } from './pythonDrivers';

const TABLES: readonly (readonly [DriverLanguage, readonly DriverCase[]])[] = [
  ['python', pythonDrivers],
  ['javascript', javascriptDrivers],
];

/** Reads a module that has no other files around it. */
function readAlone(language: DriverLanguage, text: string): DriverModule {
  return readDriver({ uri: 'file:///drivers/driver', language, text }, () => undefined);
}

/** The class `Driver`, or the one without a name. */
function readClass(language: DriverLanguage, text: string): DriverDeclaration {
  const found = readAlone(language, text).classes.find(({ className }) => className === 'Driver' || className === '');
  assert.ok(found, 'there is no class');
  return found;
}

for (const [language, cases] of TABLES) {
  describe(`reading a driver in ${language}`, () => {
    for (const { name, source, complete } of cases) {
      it(`${complete ? 'finds all keys' : 'cannot tell all keys'}: ${name}`, () => {
        const { text } = marked(source);
        const declaration = readClass(language, text);
        assert.equal(
          mark(
            text,
            declaration.keys.map(({ span }) => span),
          ),
          source,
        );
        assert.equal(declaration.complete, complete);
      });
    }

    it('lets one more key be declared, and reads it back', () => {
      for (const { name, source } of cases) {
        for (const lineEnd of ['\n', '\r\n']) {
          const text = marked(source).text.replaceAll('\n', lineEnd);
          const before = readClass(language, text);
          const { keyInsertion: insertion } = before;
          if (!insertion) continue;
          const { offset, before: opening, after } = insertion;
          const written = `${text.slice(0, offset)}${opening}one_more${after}${text.slice(offset)}`;
          const declared = readClass(language, written)
            .keys.filter((key) => key.declared)
            .map(({ key }) => key);
          assert.ok(declared.includes('one_more'), `${name}:\n${written}`);
          for (const { key } of before.keys)
            assert.ok(declared.includes(key), `${name}: ${key} is lost in\n${written}`);
        }
      }
    });

    it('throws at no text, and gives no span outside of it', () => {
      const pieces = cases.flatMap(({ source }) => marked(source).text.split(/(?<=\s)/));
      const text = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })), { maxLength: 60 });
      fc.assert(
        fc.property(text, (parts) => {
          const written = parts.join('');
          const { classes, problems } = readAlone(language, written);
          const spans = [...problems, ...classes.flatMap(({ keys }) => keys)].map(({ span }) => span);
          for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= written.length);
        }),
        { numRuns: 300 },
      );
    });
  });
}

const NETWORK = { id: 'n1', mac_address: '02:16:3e:00:00:01' };
const INSTANCE = { name: 'i1' };

/** Runs every driver of a table in one process; gives the keys that each returned, or null for one that could not run. */
const RUNNERS: Readonly<Record<DriverLanguage, readonly [program: string, script: string]>> = {
  python: [
    'python3',
    `import json, sys
asked = json.load(sys.stdin)
def run(source):
    try:
        names = {'__name__': 'driver'}
        exec(source, names)
        driver = names['Driver']()
        network, instance = dict(asked['network']), dict(asked['instance'])
        if hasattr(driver, 'getVIFConfiguration'): return list(driver.getVIFConfiguration(instance, network))
        return list(driver.plug(instance, network, {}))
    except Exception: return None
json.dump([run(source) for source in asked['sources']], sys.stdout)`,
  ],
  javascript: [
    process.execPath,
    `const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
async function run(source) {
  try {
    const esm = source.replace(/^module\\.exports =/m, 'export default');
    const { default: Driver } = await import('data:text/javascript,' + encodeURIComponent(esm));
    const driver = new Driver(), method = driver.getVIFConfiguration ? 'getVIFConfiguration' : 'plug';
    return Object.keys(await driver[method]({ ...asked.instance }, { ...asked.network }, {}));
  } catch { return null; }
}
Promise.all(asked.sources.map(run)).then((all) => console.log(JSON.stringify(all)));`,
  ],
};

describe('a driver that runs returns no key that a complete declaration does not list', () => {
  for (const [language, cases] of TABLES) {
    it(language, function () {
      const [program, script] = RUNNERS[language];
      const sources = cases.map(({ source }) => marked(source).text);
      const input = JSON.stringify({ sources, network: NETWORK, instance: INSTANCE });
      const ended = spawnSync(program, [language === 'python' ? '-c' : '-e', script], { input, encoding: 'utf8' });
      if (ended.error && !process.env.CI) this.skip();
      const returned = JSON.parse(ended.stdout) as (readonly string[] | null)[];
      const ran = returned.filter((keys) => keys !== null).length;
      assert.ok(ran > cases.length / 2, `only ${ran} of ${cases.length} ran`);
      for (const [index, keys] of returned.entries()) {
        const { complete, keys: listed } = readClass(language, sources[index] ?? '');
        const known = new Set([...Object.keys(NETWORK), ...listed.map(({ key }) => key)]);
        if (complete)
          assert.deepEqual(
            (keys ?? []).filter((key) => !known.has(key)),
            [],
            cases[index]?.name,
          );
      }
    });
  }
});

it('reads the union of two dictionaries in Python', () => {
  const lines = ["result = {'a': 1} | network", "result |= {'b': 1}", 'return result'].map(
    (line) => `        ${line}\n`,
  );
  const { keys, complete } = readClass(
    'python',
    `class Driver:\n    def plug(self, instance, network, mapping):\n${lines.join('')}`,
  );
  assert.deepEqual([keys.map(({ key }) => key), complete], [['a', 'b'], true]);
});

describe('a broken source', () => {
  it('is one warning at the first fault, and leaves the other classes readable', () => {
    const { text, spans } = marked(
      "class A:\n    def plug(self, i, n, m):\n        return {'a': 1}\nx = <|=|> 1\nclass B:\n    def plug(self, i, n, m):\n        return {'b': 1}\n",
    );
    const { classes, problems } = readAlone('python', text);
    assert.deepEqual(
      problems.map(({ code, severity }) => [code, severity]),
      [['driver.syntax', 'warning']],
    );
    assert.equal(problems[0]?.span.start, spans[0]?.start);
    assert.deepEqual(
      classes.map(({ className, keys }) => [className, keys.map(({ key }) => key)]),
      [
        ['A', ['a']],
        ['B', ['b']],
      ],
    );
  });

  it('makes its own class incomplete', () => {
    const { classes } = readAlone(
      'python',
      "class A:\n    output_keys = ['a'\n    def plug(self, i, n, m):\n        return {'a': 1\n",
    );
    assert.ok(classes.every(({ complete }) => !complete));
  });

  it('may nest as deep as it likes', () => {
    for (const text of [
      `x = ${'('.repeat(100_000)}`,
      `class A:\n    output_keys = ${'['.repeat(50_000)}${']'.repeat(50_000)}\n`,
      '{'.repeat(100_000),
    ]) {
      for (const language of ['python', 'javascript'] as const) assert.doesNotThrow(() => readAlone(language, text));
    }
  });
});
