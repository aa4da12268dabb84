import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parsePythonJson } from '../../../server/src/pythonJson';
import { Bench, python, type Case } from './runBench';

describe('running a Python driver', function () {
  this.timeout(30_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  async function values(source: string, given?: Case): Promise<unknown> {
    const result = await bench.run('driver.py', source, given);
    return result.values ?? result.failure;
  }

  async function failure(
    source: string,
    given?: Case,
  ): Promise<{ reason?: string; message?: string; line?: number; traceback?: string }> {
    const result = await bench.run('driver.py', source, given);
    assert.equal(result.values, undefined);
    return result.failure ?? {};
  }

  describe('values', () => {
    it('are written as str writes them', async () => {
      const texts: readonly (readonly [python: string, text: string | null])[] = [
        ['"eth5"', 'eth5'],
        ['""', ''],
        ['"ü\\U0001f600\\0\\n"', 'ü\u{1f600}\0\n'],
        ['"\\ud800"', '\ud800'],
        ['7', '7'],
        ['10 ** 30', '1' + '0'.repeat(30)],
        ['5.0', '5.0'],
        ['1e-5', '1e-05'],
        ['float("nan")', 'nan'],
        ['True', 'True'],
        ['None', null],
        ['type("Text", (str,), {"__str__": lambda self: "other"})("own")', 'own'],
        ['enum.Enum("Mode", {"B": "bridge"}, type=str).B', 'bridge'],
        ['enum.IntEnum("Level", {"LOW": 3}).LOW', '3'],
      ];
      const entries = texts.map(([value]) => `${JSON.stringify(value)}: ${value}`);
      const source = python(`return {${entries.join(', ')}}`, 'import enum');
      assert.deepEqual(await values(source), Object.fromEntries(texts));
    });

    const TOP = `
import collections, decimal, types
CYCLE = {"again": [1]}
CYCLE["again"].append(CYCLE)
def nest(depth):
    return [nest(depth - 1)] if depth > 1 else []
def double(depth):
    return [double(depth - 1)] * 2 if depth > 1 else []`;

    it('may be lists, tuples and dictionaries in each other', async () => {
      const texts = [
        '[]', '[1, 1.0, \'a\', None, True]', '(1,)', '([], (), {})', "{'b': {'c': [0.5]}, 'a': 2}", '[[1, 2], [1, 2]]',
      ]; // prettier-ignore
      const others = [
        ['collections.OrderedDict(a=(1, 2))', "{'a': (1, 2)}"],
        ['types.MappingProxyType({"a": collections.deque}) and ["x"] * 3', "['x', 'x', 'x']"],
        ['collections.namedtuple("Pair", "a b")(1, 2)', '(1, 2)'],
        ['nest(100)', `${'['.repeat(100)}${']'.repeat(100)}`],
      ] as const;
      const all = [...texts.map((text) => [text, text] as const), ...others];
      const entries = all.map(([value], index) => `"${index}": ${value}`);
      const expected = Object.fromEntries(all.map(([, text], index) => [String(index), text]));
      assert.deepEqual(await values(python(`return {${entries.join(', ')}}`, TOP)), expected);
    });

    it('are too much where they seem to be without end', async () => {
      const { reason, message } = await failure(python('return {"bad": double(60)}', TOP));
      assert.equal(reason, 'too-large');
      assert.match(message ?? '', /more than 100000 values for “bad”/);
    });

    for (const dictionary of [
      'collections.OrderedDict(a="1")',
      'collections.UserDict(a="1")',
      'types.MappingProxyType({"a": "1"})',
    ])
      it(`${dictionary} is a dictionary`, async () => {
        assert.deepEqual(await values(python(`return ${dictionary}`, 'import collections, types')), { a: '1' });
      });

    for (const [result, said] of [
      ['None', 'returned None'],
      ['[("a", "1")]', 'type list'],
      ['"text"', 'type str'],
      ['Driver', 'type type'],
    ] as const)
      it(`${result} is no dictionary`, async () => {
        const { reason, message = '' } = await failure(python(`return ${result}`));
        assert.equal(reason, 'not-a-dictionary');
        assert.ok(message.includes(said) && message.includes('getVIFConfiguration of driver.Driver'), message);
      });

    for (const [dictionary, ...said] of [
      ['{"good": 1, "bad": [object()]}', '“bad”', 'object'],
      ['{"bad": {"x": {1, 2}}}', '“bad”', 'set'],
      ['{"bad": {"x": {5: "x"}}}', '5', 'int'],
      ['{"bad": CYCLE}', '“bad”', 'lies in itself'],
      ['{"bad": nest(101)}', '“bad”', 'more than 100 deep'],
      ['{"bad": b"x"}', '“bad”', 'bytes'],
      ['{"bad": decimal.Decimal(1)}', '“bad”', 'Decimal'],
      ['{5: "x"}', '5', 'int'],
      ['{None: "x"}', 'None', 'NoneType'],
      ['{("a", 1): "x"}', "('a', 1)", 'tuple'],
    ] as const)
      it(`${dictionary} is refused`, async () => {
        const { reason, message = '' } = await failure(python(`return ${dictionary}`, TOP));
        assert.equal(reason, 'value-refused');
        for (const word of said) assert.ok(message.includes(word), message);
      });
  });

  describe('the request', () => {
    const request = {
      instance: { name: 'vm \ud83d\ude00 \ud800', nested: [{ deep: [1, 2.5, true, null] }] },
      network: { bridge: 'br0' },
      mapping: { mac: '02:16' },
    };

    it('reaches getVIFConfiguration', async () => {
      const source = python('return {"i": repr(instance["nested"]), "n": instance["name"], "b": network["bridge"]}');
      const expected = { i: "[{'deep': [1, 2.5, True, None]}]", n: request.instance.name, b: 'br0' };
      assert.deepEqual(await values(source, { request }), expected);
    });

    it('reaches plug with the mapping, where the class has no getVIFConfiguration', async () => {
      const plug =
        'class Driver:\n    def plug(self, instance, network, mapping):\n        return {**network, **mapping}\n';
      assert.deepEqual(await values(plug, { request }), { bridge: 'br0', mac: '02:16' });
      assert.deepEqual(await values(plug), {});
      const both = plug + '    def getVIFConfiguration(self, instance, network):\n        return {"which": "first"}\n';
      assert.deepEqual(await values(both), { which: 'first' });
    });

    it('keeps ints and floats apart', async () => {
      const source = python('return {"n": repr(network["n"])}');
      const parsed = parsePythonJson('[5, 5.0, 1e3, 123456789012345678901234567890, -0.0, 1e999]');
      assert.ok(parsed.kind === 'value');
      const network = new Map([['n', parsed.value]]);
      const expected = { n: '[5, 5.0, 1000.0, 123456789012345678901234567890, -0.0, inf]' };
      assert.deepEqual(await values(source, { request: { network } }), expected);
    });
  });

  describe('imports', () => {
    it('come from the search path first, in its order, and then from Python', async () => {
      const source = python(
        'return {"a": a.NAME, "b": b.NAME, "own": queue.NAME, "json": json.dumps(1)}',
        'import a, b, queue, json',
      );
      const files = {
        'first/a.py': 'NAME = "first"',
        'a.py': 'NAME = "second"',
        'b.py': 'NAME = "second"',
        'queue.py': 'NAME = "mine"',
      };
      const expected = { a: 'first', b: 'second', own: 'mine', json: '1' };
      assert.deepEqual(await values(source, { files, searchPath: ['first'] }), expected);
    });

    it('find the driver in its package, with its relative imports', async () => {
      const files = { 'nova/vif/__init__.py': '', 'nova/vif/base.py': 'NAME = "base"' };
      const source = python('return {"name": NAME, "module": __name__}', 'from .base import NAME');
      const { values } = await bench.run('nova/vif/qbh.py', source, { files, module: 'nova.vif.qbh' });
      assert.deepEqual(values, { name: 'base', module: 'nova.vif.qbh' });
    });

    it('take a driver that is named like a module of the host', async () => {
      const { values } = await bench.run('json.py', python('return {"file": __file__}'));
      assert.match(values?.file ?? '', /json\.py$/);
    });

    it('leave no bytecode behind', async () => {
      const { folder, values } = await bench.run('driver.py', python('return {}', 'import helper'), {
        files: { 'helper.py': '' },
      });
      assert.deepEqual([values, existsSync(join(folder, '__pycache__'))], [{}, false]);
    });

    it('are not changed by the environment', async () => {
      process.env.PYTHONPATH = bench.folder;
      try {
        const source = python('return {"seen": str(sys.path).count(network["folder"] + "\'")}', 'import sys');
        assert.deepEqual(await values(source, { request: { instance: {}, network: { folder: bench.folder } } }), {
          seen: '0',
        });
      } finally {
        delete process.env.PYTHONPATH;
      }
    });

    it('happen in the folder of the driver', async () => {
      const { values, folder } = await bench.run('driver.py', python('return {"here": os.getcwd()}', 'import os'));
      assert.deepEqual(values, { here: folder });
    });
  });

  describe('the editor', () => {
    const disk = python('return {"text": "disk"}');

    it('counts in place of the disk, for the driver and for what it imports', async () => {
      const source = python('return {"text": helper.NAME + package.NAME + new.NAME}', 'import helper, package, new');
      const files = { 'helper.py': 'NAME = "disk"', 'package/__init__.py': 'NAME = "disk"' };
      const unsaved = {
        'driver.py': source,
        'helper.py': 'NAME = "open"',
        'package/__init__.py': 'from .part import NAME',
        'package/part.py': 'NAME = "part"',
        'new.py': 'NAME = "new"',
      };
      assert.deepEqual(await values(disk, { files, unsaved }), { text: 'openpartnew' });
    });

    it('does not let a file overtake one that the search path finds before', async () => {
      const source = python('return {"a": a.NAME}', 'import a');
      const files = { 'first/a.py': 'NAME = "first"' };
      assert.deepEqual(await values(source, { files, unsaved: { 'a.py': 'NAME = "second"' }, searchPath: ['first'] }), {
        a: 'first',
      });
    });

    it('leaves to Python what is built in, and packages that lie in several folders', async () => {
      const source = python('return {"gc": gc.isenabled(), "name": part.NAME}', 'import gc\nfrom plain import part');
      const files = { 'first/plain/other.py': '', 'plain/part.py': 'NAME = "disk"' };
      const unsaved = { 'gc.py': 'raise ImportError' };
      assert.deepEqual(await values(source, { files, unsaved, searchPath: ['first'] }), { gc: 'True', name: 'disk' });
    });

    it('makes tracebacks quote what it shows', async () => {
      const unsaved = { 'driver.py': python('# one more line\nraise KeyError("open")') };
      const { line, traceback = '' } = await failure(disk, { unsaved });
      assert.equal(line, 4);
      assert.ok(traceback.includes('raise KeyError("open")') && traceback.includes('driver.py", line 5'), traceback);
    });

    it('may hold what a file may: a byte order mark, another encoding, nothing on disk', async () => {
      const source = '# -*- coding: latin-1 -*-\n' + python('return {"text": "ü"}');
      assert.deepEqual(await values(disk, { unsaved: { 'driver.py': '\ufeff' + source } }), { text: 'ü' });
      const { values: fromNowhere } = await bench.runIn(join(bench.folder, 'nowhere'), 'driver.py', {
        unsaved: { 'driver.py': source },
      });
      assert.deepEqual(fromNowhere, { text: 'ü' });
    });
  });

  describe('a class that the module passes on', () => {
    const source = 'from implementation import Driver';
    const given = (body: string): Case => ({
      files: { 'implementation.py': python(body) },
      classFile: 'implementation.py',
    });

    it('runs', async () => {
      assert.deepEqual(await values(source, given('return {"a": "1"}')), { a: '1' });
    });

    it('fails where it stands', async () => {
      const { message, line } = await failure(source, given('raise ValueError("no")'));
      assert.equal(message, 'ValueError: no (raised in getVIFConfiguration, line 4)');
      assert.equal(line, 3);
    });
  });

  describe('failures', () => {
    const cases: readonly {
      title: string;
      source: string;
      message: string;
      line: number | undefined;
      files?: Record<string, string>;
    }[] = [
      {
        title: 'an import raises',
        source: 'x = 1\nimport nowhere',
        message: "ModuleNotFoundError: No module named 'nowhere' (raised on import, line 2)",
        line: 1,
      },
      {
        title: 'the constructor raises',
        source: 'class Driver:\n    def __init__(self):\n        raise OSError("no")',
        message: 'OSError: no (raised in __init__, line 3)',
        line: 2,
      },
      {
        title: 'a constructor of another file raises',
        source: 'from helper import Driver',
        files: { 'helper.py': 'class Driver:\n    def __init__(self):\n        raise OSError("no")' },
        message: 'OSError: no',
        line: undefined,
      },
      {
        title: 'the method raises',
        source: python('raise ValueError("no such port")'),
        message: 'ValueError: no such port (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a helper raises',
        source: python('helper.fail()', 'import helper'),
        files: { 'helper.py': 'def fail():\n\n\n\n\n\n    1 / 0' },
        message: 'ZeroDivisionError: division by zero (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a syntax error',
        source: 'class Driver:\n    def (',
        message: 'SyntaxError: invalid syntax (line 2)',
        line: 1,
      },
      {
        title: 'a syntax error in a helper',
        source: '\nimport helper',
        files: { 'helper.py': 'def (' },
        message: 'SyntaxError: invalid syntax (helper.py, line 1) (raised on import, line 2)',
        line: 1,
      },
      {
        title: 'sys.exit',
        source: python('import sys; sys.exit(3)'),
        message: 'SystemExit: 3 (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'KeyboardInterrupt',
        source: python('raise KeyboardInterrupt'),
        message: 'KeyboardInterrupt (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'an exception of no known kind',
        source: python('raise type("Odd", (BaseException,), {})'),
        message: 'Odd (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a message of many lines',
        source: python('raise ValueError("first\\nsecond")'),
        message: 'ValueError: first (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a message that raises',
        source: python('raise type("Odd", (Exception,), {"__str__": lambda self: 1 / 0})'),
        message: 'Odd: (its message cannot be read) (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
      {
        title: 'a dictionary that raises',
        source:
          'import collections\nclass Driver(collections.UserDict):\n    def getVIFConfiguration(self, instance, network):\n        return self\n    def items(self):\n        raise ValueError("items")',
        message: 'ValueError: items (raised in items, line 6)',
        line: 5,
      },
      {
        title: 'endless recursion',
        source: python('return self.getVIFConfiguration(instance, network)'),
        message: 'RecursionError: maximum recursion depth exceeded (raised in getVIFConfiguration, line 4)',
        line: 3,
      },
    ];
    for (const { title, source, message, line, files = {} } of cases)
      it(title, async () => {
        const told = await failure(source, { files });
        assert.deepEqual([told.reason, told.message, told.line], ['raised', message, line]);
      });

    it('come with a traceback of the driver alone, down to the cause', async () => {
      const body = 'try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError("no") from error';
      const { traceback = '' } = await failure(python(body));
      assert.match(
        traceback,
        /ZeroDivisionError: division by zero\n\nThe above exception was the direct cause[^]*ValueError: no\n$/,
      );
      assert.doesNotMatch(traceback, /python_host|importlib/);
    });
  });

  describe('what is no driver', () => {
    for (const [title, source, message] of [
      [
        'no such class',
        'class A: pass\nclass B: pass\nfrom queue import Queue\n',
        /driver\.py has no class Driver\. It holds A and B\.$/,
      ],
      ['no class at all', 'x = 1', /driver\.py has no class Driver\. It holds none\.$/],
      ['no class of that name', 'Driver = 1', /has no class Driver/],
      [
        'no method',
        'class Driver:\n    plug = None',
        /^driver\.Driver has neither the method getVIFConfiguration nor plug\./,
      ],
    ] as const)
      it(title, async () => {
        const told = await failure(source);
        assert.equal(told.reason, 'not-a-driver');
        assert.match(told.message ?? '', message);
      });

    it('no file', async () => {
      const { failure } = await bench.runIn(bench.folder, 'gone.py');
      assert.equal(failure?.reason, 'not-a-driver');
      assert.match(failure.message, /gone\.py, is not there/);
    });
  });
});
