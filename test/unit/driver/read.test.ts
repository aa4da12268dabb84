import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { DriverDeclaration, DriverLanguage, DriverModule } from '../../../server/src/driver/declaration';
import { mark, marked } from '../markedText';
import { type DriverCase, driverIn, FOLDER, filesOf, readCase, readFiles } from './driverCase';
import { javascriptConditions } from './javascriptConditions';
import { javascriptDrivers } from './javascriptDrivers';
import { javascriptImports } from './javascriptImports';
import { pythonConditions } from './pythonConditions';
import { pythonDrivers } from './pythonDrivers';
import { pythonImports } from './pythonImports';
import { canRun, NETWORK, runDrivers } from './runCases';

const ALONE: readonly (readonly [DriverLanguage, readonly DriverCase[]])[] = [
  ['python', pythonDrivers],
  ['javascript', javascriptDrivers],
];

const TABLES: readonly (readonly [what: string, DriverLanguage, readonly DriverCase[]])[] = [
  ['a driver', 'python', pythonDrivers],
  ['a driver', 'javascript', javascriptDrivers],
  ['conditions', 'python', pythonConditions],
  ['conditions', 'javascript', javascriptConditions],
  ['a driver of several files', 'python', pythonImports],
  ['a driver of several files', 'javascript', javascriptImports],
];

/** Reads a module that has no other files around it. */
function readAlone(language: DriverLanguage, text: string): DriverModule {
  return readFiles(language, [['driver', text]]);
}

function readClass(language: DriverLanguage, text: string): DriverDeclaration {
  return driverIn(readAlone(language, text));
}

/** The files of a case with the keys marked that were found in them. */
function markedFiles(language: DriverLanguage, driver: DriverCase): string[] {
  const { keys } = readCase(language, driver);
  return filesOf(language, driver).map(([path, text]) =>
    mark(
      text,
      keys.filter(({ uri }) => uri === `${FOLDER}/${path}`).map(({ span }) => span),
    ),
  );
}

for (const [what, language, cases] of TABLES) {
  describe(`reading ${what} in ${language}`, () => {
    for (const driver of cases) {
      it(`${driver.complete ? 'finds all keys' : 'cannot tell all keys'}: ${driver.name}`, () => {
        assert.deepEqual(markedFiles(language, driver), [driver.source, ...Object.values(driver.files ?? {})]);
        const { keys, complete } = readCase(language, driver);
        assert.equal(complete, driver.complete);
        const sometimes = keys.filter((key) => key.sometimes).map(({ key }) => key);
        if (driver.sometimes) assert.deepEqual(sometimes.sort(), driver.sometimes);
      });
    }
  });
}

for (const [language, cases] of ALONE) {
  describe(`any driver in ${language}`, () => {
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

describe('a module of many drivers', () => {
  it('takes time in proportion to their number', function () {
    this.timeout(20_000);
    const body =
      "    output_keys = ['a']\n    def plug(self, instance, network, mapping): return {'a': 1, **network}\n";
    const classes = Array.from({ length: 1_500 }, (_, at) => `class Driver${at}:\n${body}`);
    assert.ok(readAlone('python', classes.join('')).classes.every(({ keys }) => keys.every((key) => key.placesKnown)));
  });
});

describe('a driver that runs', () => {
  for (const language of ['python', 'javascript'] as const) {
    it(`returns no key but those of a complete list, and all that are not provided only sometimes: ${language}`, function () {
      this.timeout(20_000);
      if (!canRun(language) && !process.env.CI) this.skip();
      const cases = TABLES.flatMap(([, of, drivers]) => (of === language ? drivers : []));
      const returned = runDrivers(
        language,
        cases.map((driver) => filesOf(language, driver)),
      );
      const ran = returned.filter((runs) => runs.length > 0).length;
      assert.ok(ran > cases.length * 0.7, `only ${ran} of ${cases.length} ran`);
      for (const [index, driver] of cases.entries()) checkRuns(language, driver, returned[index] ?? []);
    });
  }
});

/** Holds what a driver returned, each time, against what was read of it. */
function checkRuns(language: DriverLanguage, driver: DriverCase, runs: readonly (readonly string[])[]): void {
  const { complete, keys } = readCase(language, driver);
  if (!complete) return;
  const known = new Set([...Object.keys(NETWORK), ...keys.map(({ key }) => key)]);
  const sure = keys.filter(({ declared, sometimes }) => !declared && !sometimes).map(({ key }) => key);
  for (const returned of runs) {
    assert.deepEqual(
      returned.filter((key) => !known.has(key)),
      [],
      driver.name,
    );
    assert.deepEqual(
      sure.filter((key) => !returned.includes(key)),
      [],
      driver.name,
    );
  }
}

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
