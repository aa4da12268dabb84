import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { Bench, javascript, type Case } from './runBench';

describe('running a JavaScript driver', function () {
  this.timeout(30_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  async function values(file: string, source: string, given?: Case): Promise<unknown> {
    const result = await bench.run(file, source, given);
    return result.values ?? result.failure;
  }

  async function failure(
    file: string,
    source: string,
    given?: Case,
  ): Promise<{ reason?: string; message?: string; line?: number; traceback?: string }> {
    const result = await bench.run(file, source, given);
    assert.equal(result.values, undefined);
    return result.failure ?? {};
  }

  describe('modules', () => {
    const typeModule = { 'package.json': '{"type": "module"}' };
    const typeCommonjs = { 'package.json': '{"type": "commonjs"}' };
    const cases: readonly (readonly [title: string, file: string, source: string, files?: Record<string, string>])[] = [
      ['.mjs', 'driver.mjs', javascript('mjs', 'return { a: 1 };')],
      ['.cjs', 'driver.cjs', javascript('cjs', 'return { a: 1 };')],
      ['.js in a package of type module', 'driver.js', javascript('mjs', 'return { a: 1 };'), typeModule],
      ['.js in a package of type commonjs', 'driver.js', javascript('cjs', 'return { a: 1 };'), typeCommonjs],
      ['.js in no package', 'driver.js', javascript('cjs', 'return { a: 1 };')],
      ['a name that a URL must escape', '100% #1?.mjs', javascript('mjs', 'return { a: 1 };')],
      ['a class without a name', 'driver.mjs', 'export default class { getVIFConfiguration() { return { a: 1 }; } }'],
      [
        'a method that is not async',
        'driver.mjs',
        'export default class { getVIFConfiguration() { return { a: 1 }; } }',
      ],
      [
        'an import of a neighbour',
        'driver.mjs',
        javascript('mjs', 'return { a };', "import { a } from './a.mjs';"),
        { 'a.mjs': 'export const a = 1;' },
      ],
      [
        'a require of a neighbour',
        'driver.cjs',
        javascript('cjs', 'return { a };', "const { a } = require('./a');"),
        { 'a.js': 'exports.a = 1;' },
      ],
    ];
    for (const [title, file, source, files = {}] of cases)
      it(title, async () => {
        assert.deepEqual(await values(file, source, { files, className: '' }), { a: '1' });
      });
  });

  describe('values', () => {
    it('are written as Python writes them', async () => {
      const texts: readonly (readonly [javascript: string, text: string | null])[] = [
        ["'eth5'", 'eth5'],
        ["'ü😀\\0\\ud800'", 'ü😀\0\ud800'],
        ['7', '7'],
        ['1e-5', '1e-05'],
        ['NaN', 'nan'],
        ['10n ** 30n', '1' + '0'.repeat(30)],
        ['false', 'False'],
        ['null', null],
        ['undefined', null],
      ];
      const entries = texts.map(([value]) => `${JSON.stringify(value)}: ${value}`);
      const source = javascript('mjs', `return { ${entries.join(', ')} };`);
      assert.deepEqual(await values('driver.mjs', source), Object.fromEntries(texts));
    });

    it('come out of a Map, and of an object without a prototype', async () => {
      assert.deepEqual(await values('driver.mjs', javascript('mjs', "return new Map([['a', 1]]);")), { a: '1' });
      const bare = 'const bare = Object.create(null); bare.a = 1; return bare;';
      assert.deepEqual(await values('driver.mjs', javascript('mjs', bare)), { a: '1' });
    });

    for (const [result, said] of [
      ['undefined', 'returned undefined'],
      ['null', 'returned null'],
      ['[1]', 'type Array'],
      ["'text'", 'type string'],
      ['new Driver()', 'type Driver'],
      ['new Set()', 'type Set'],
    ] as const)
      it(`${result} is no dictionary`, async () => {
        const { reason, message = '' } = await failure('driver.mjs', javascript('mjs', `return ${result};`));
        assert.equal(reason, 'not-a-dictionary');
        assert.ok(message.includes(said), message);
      });

    it('may be lists and dictionaries in each other', async () => {
      const source = javascript('mjs', "return { a: [1, 'x', { y: null }], b: new Map([['c', 0.5]]) };");
      assert.deepEqual(await values('driver.mjs', source), { a: "[1, 'x', {'y': None}]", b: "{'c': 0.5}" });
    });

    for (const [dictionary, ...said] of [
      ['{ good: 1, bad: [new Date()] }', '“bad”', 'Date'],
      ['(() => { const bad = []; bad.push(bad); return { bad }; })()', '“bad”', 'lies in itself'],
      ['{ bad: () => 1 }', '“bad”', 'function'],
      ['{ bad: Symbol() }', '“bad”', 'symbol'],
      ["new Map([[5, 'x']])", '5', 'number'],
    ] as const)
      it(`${dictionary} is refused`, async () => {
        const { reason, message = '' } = await failure('driver.mjs', javascript('mjs', `return ${dictionary};`));
        assert.equal(reason, 'value-refused');
        for (const word of said) assert.ok(message.includes(word), message);
      });
  });

  describe('the request', () => {
    const request = { instance: { name: 'vm 😀 \ud800' }, network: { bridge: 'br0' }, mapping: { mac: '02:16' } };

    it('reaches getVIFConfiguration, or plug with the mapping', async () => {
      const source = javascript('mjs', 'return { ...instance, ...network };');
      assert.deepEqual(await values('driver.mjs', source, { request }), { name: request.instance.name, bridge: 'br0' });
      const plug = 'export default class { plug(instance, network, mapping) { return { ...network, ...mapping }; } }';
      assert.deepEqual(await values('driver.mjs', plug, { request }), { bridge: 'br0', mac: '02:16' });
    });

    it('is met in the folder of the driver, with nothing on stdin', async () => {
      const body =
        "let read = ''; for await (const piece of process.stdin) read += piece; return { here: process.cwd(), read };";
      const { values, folder } = await bench.run('driver.mjs', javascript('mjs', body));
      assert.deepEqual(values, { here: folder, read: '' });
    });
  });

  describe('the editor', () => {
    for (const kind of ['mjs', 'cjs'] as const) {
      const bring = (name: string, file: string): string =>
        kind === 'mjs' ? `import { ${name} } from '${file}';` : `const { ${name} } = require('${file}');`;
      const give = (text: string): string =>
        kind === 'mjs' ? `export const name = '${text}';` : `exports.name = '${text}';`;
      const disk = javascript(kind, "return { text: 'disk' };");
      const helped = javascript(kind, 'return { text: name };', bring('name', `./helper.${kind}`));

      it(`counts in place of the disk, for a .${kind} driver and for what it imports`, async () => {
        const files = { [`helper.${kind}`]: give('disk') };
        const unsaved = { [`driver.${kind}`]: helped, [`helper.${kind}`]: give('open') };
        const { values, printed } = await bench.run(`driver.${kind}`, disk, { files, unsaved });
        assert.deepEqual([values, printed], [{ text: 'open' }, '']);
      });

      it(`counts for what a saved .${kind} driver imports`, async () => {
        const unsaved = { [`helper.${kind}`]: give('open') };
        assert.deepEqual(
          await values(`driver.${kind}`, helped, { files: { [`helper.${kind}`]: give('disk') }, unsaved }),
          { text: 'open' },
        );
      });

      it(`gives the lines that failures in a .${kind} driver name`, async () => {
        const unsaved = { [`driver.${kind}`]: javascript(kind, "throw new Error('open');", '// one more line') };
        assert.equal((await failure(`driver.${kind}`, disk, { unsaved })).line, 3);
      });
    }

    it('counts behind a symbolic link', async () => {
      const { folder } = await bench.run('driver.mjs', javascript('mjs', 'return {};'));
      const link = join(bench.folder, 'link');
      symlinkSync(folder, link);
      const unsaved = { 'driver.mjs': javascript('mjs', "throw new Error('open');") };
      const { failure } = await bench.runIn(link, 'driver.mjs', { unsaved });
      assert.deepEqual([failure?.message, failure?.line], ['Error: open (raised in getVIFConfiguration, line 4)', 3]);
    });
  });

  describe('a class that the module passes on', () => {
    const source = "export { default } from './implementation.mjs';";
    const run = (body: string): ReturnType<Bench['run']> =>
      bench.run('driver.mjs', source, {
        files: { 'implementation.mjs': javascript('mjs', body) },
        classFile: 'implementation.mjs',
      });

    it('runs', async () => {
      assert.deepEqual((await run('return { a: "1" };')).values, { a: '1' });
    });

    it('fails where it stands', async () => {
      const { failure } = await run('throw new Error("no");');
      assert.equal(failure?.message, 'Error: no (raised in getVIFConfiguration, line 4)');
      assert.equal(failure.line, 3);
    });
  });

  describe('failures', () => {
    const cases: readonly {
      title: string;
      file?: string;
      source: string;
      message: string | RegExp;
      line: number | undefined;
      files?: Record<string, string>;
    }[] = [
      {
        title: 'an import raises',
        source: '\nimport "./nowhere.mjs";',
        message: /^Error: Cannot find module/,
        line: undefined,
      },
      {
        title: 'the module raises',
        source: '\nnull.x;',
        message: /^TypeError: .* \(raised on import, line 2\)$/,
        line: 1,
      },
      {
        title: 'a CommonJS module raises',
        file: 'driver.cjs',
        source: '\nnull.x;',
        message: /^TypeError: .* \(raised on import, line 2\)$/,
        line: 1,
      },
      {
        title: 'the constructor raises',
        source: 'export default class {\n  constructor() {\n    throw new RangeError("no");\n  }\n}',
        message: 'RangeError: no (raised in constructor, line 3)',
        line: 2,
      },
      {
        title: 'the method raises',
        source: javascript('mjs', 'throw new Error("no such port");'),
        message: 'Error: no such port (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a promise rejects',
        source: javascript('mjs', 'await null;\nthrow new Error("late");'),
        message: 'Error: late (raised in getVIFConfiguration, line 5)',
        line: 4,
      },
      {
        title: 'a callback raises',
        source: javascript('mjs', '[1].map(() => {\n throw new Error("inner");\n });'),
        message: 'Error: inner (raised in getVIFConfiguration, line 5)',
        line: 4,
      },
      {
        title: 'a timer raises',
        source: javascript(
          'mjs',
          'await new Promise(() => setTimeout(function tick() {\nthrow new Error("tick"); }));',
        ),
        message: /^Error: tick \(raised in .*line 5\)$/,
        line: 4,
      },
      {
        title: 'a helper raises',
        source: javascript('mjs', 'fail();', 'import { fail } from "./helper.mjs";'),
        files: { 'helper.mjs': '\n\n\n\n\nexport function fail() { throw new Error("deep"); }' },
        message: 'Error: deep (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a syntax error of CommonJS',
        file: 'driver.cjs',
        source: 'class A {\n  a( {\n}',
        message: /^SyntaxError: .* \(line 3\)$/,
        line: 2,
      },
      {
        title: 'a syntax error of an ES module',
        source: 'class A {\n  a( {\n}',
        message: /^SyntaxError: /,
        line: undefined,
      },
      {
        title: 'something that is no error',
        source: javascript('mjs', 'throw "words";'),
        message: "The driver threw 'words'",
        line: undefined,
      },
      {
        title: 'something that cannot be shown',
        source: javascript('mjs', 'throw { [Symbol.for("nodejs.util.inspect.custom")]() { throw 1; } };'),
        message: 'The driver threw something that cannot be shown',
        line: undefined,
      },
      {
        title: 'a getter raises',
        source: javascript('mjs', 'return { get a() { throw new Error("got"); } };'),
        message: /^Error: got \(raised in .*line 4\)$/,
        line: 3,
      },
      {
        title: 'endless recursion',
        source: javascript('mjs', 'return Driver.f();').replace('{\n', '{\n static f() { return Driver.f(); }\n'),
        message: /^RangeError: Maximum call stack size exceeded \(raised in f, line 3\)$/,
        line: 2,
      },
    ];
    for (const { title, file = 'driver.mjs', source, message, line, files = {} } of cases)
      it(title, async () => {
        const told = await failure(file, source, { files });
        assert.deepEqual([told.reason, told.line], ['raised', line]);
        if (typeof message === 'string') assert.equal(told.message, message);
        else assert.match(told.message ?? '', message);
      });

    it('come with a stack of the driver alone, down to the cause', async () => {
      const body = 'try { null.x; } catch (cause) { throw new Error("no", { cause }); }';
      const { traceback = '' } = await failure('driver.mjs', javascript('mjs', body));
      assert.match(traceback, /^Error: no\n.*getVIFConfiguration[^]*cause[^]*TypeError/);
      assert.doesNotMatch(traceback, /javascriptHost|node:internal/);
    });
  });

  describe('what is no driver', () => {
    for (const [title, source, message] of [
      [
        'no default export',
        'export class Driver {}\nexport const x = 1;',
        /driver\.mjs has no class as its default export\. It holds Driver and x\.$/,
      ],
      ['nothing exported', 'class Driver {}', /It holds none\.$/],
      ['a default export that is no class', 'export default 1;', /has no class as its default export/],
      ['no method', 'export default class {}', /^driver\.Driver has neither the method getVIFConfiguration nor plug\./],
    ] as const)
      it(title, async () => {
        const told = await failure('driver.mjs', source);
        assert.equal(told.reason, 'not-a-driver');
        assert.match(told.message ?? '', message);
      });
  });

  describe('the environment of its process', () => {
    it('leaves NODE_OPTIONS out', async () => {
      const before = process.env.NODE_OPTIONS;
      process.env.NODE_OPTIONS = '--no-such-option';
      try {
        assert.deepEqual(await values('driver.mjs', javascript('mjs', 'return {};')), {});
      } finally {
        if (before === undefined) delete process.env.NODE_OPTIONS;
        else process.env.NODE_OPTIONS = before;
      }
    });
  });
});
