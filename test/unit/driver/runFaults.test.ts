import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { DriverRunner } from '../../../server/src/driver/runner';
import { Bench, plain, python, type Result } from './runBench';

const TOP = 'import ctypes, json, os, re, resource, signal, subprocess, sys, threading, time';
const GIGABYTE = 1024 ** 3;

/** What a driver does wrong, and how the run fails; the message is whole, or a part of it. */
interface Fault {
  readonly does: string;
  readonly body: string;
  readonly reason: string;
  readonly message: string | RegExp;
}

const RAISED = (error: string): string => `${error} (raised in getVIFConfiguration, line 4)`;
const NO_END = 'driver.Driver did not answer within 2 s and was stopped. Look for what it waits for.';
const ENDED = (how: string): string => `The process of driver.Driver ${how} before it returned anything.`;

const FAULTS: readonly Fault[] = [
  { does: 'raises', body: 'raise ValueError("no port")', reason: 'raised', message: RAISED('ValueError: no port') },
  {
    does: 'returns the wrong thing',
    body: 'return 5',
    reason: 'not-a-dictionary',
    message:
      'getVIFConfiguration of driver.Driver returned a value of the type int. It must return the network dictionary.',
  },
  { does: 'loops for ever in Python', body: 'while True: pass', reason: 'timed-out', message: NO_END },
  { does: 'sleeps for ever', body: 'time.sleep(1000)', reason: 'timed-out', message: NO_END },
  { does: 'is lost in an expression', body: 're.match("(a*)*b", "a" * 40)', reason: 'timed-out', message: NO_END },
  {
    does: 'holds out against signals',
    body: 'for each in (1, 2, 15): signal.signal(each, signal.SIG_IGN)\nwhile True: time.sleep(1)',
    reason: 'timed-out',
    message: NO_END,
  },
  { does: 'calls os._exit', body: 'os._exit(7)', reason: 'ended', message: ENDED('ended with exit code 7') },
  { does: 'calls os._exit(0)', body: 'os._exit(0)', reason: 'ended', message: ENDED('ended with exit code 0') },
  { does: 'calls sys.exit', body: 'sys.exit("enough")', reason: 'raised', message: RAISED('SystemExit: enough') },
  { does: 'kills itself', body: 'os.kill(os.getpid(), 9)', reason: 'ended', message: ENDED('was ended by SIGKILL') },
  { does: 'kills its group', body: 'os.killpg(0, 9)', reason: 'ended', message: ENDED('was ended by SIGKILL') },
  { does: 'halts itself', body: 'os.kill(os.getpid(), signal.SIGSTOP)', reason: 'timed-out', message: NO_END },
  {
    does: 'recurses without end',
    body: 'def f(): f()\nf()',
    reason: 'raised',
    message: /^RecursionError: maximum recursion depth exceeded.* \(raised in f, line 4\)$/,
  },
  {
    does: 'recurses until the stack ends',
    body: 'sys.setrecursionlimit(10 ** 9)\nclass A:\n    def __getattr__(self, name): return getattr(self, name)\nA().x',
    reason: 'ended',
    message: /^The process of driver\.Driver was ended by SIG(SEGV|ABRT) before/,
  },
  {
    does: 'takes 2 GB',
    body: 'return {"a": str(len(bytearray(2 * 1024 ** 3)))}',
    reason: 'raised',
    message: RAISED('MemoryError'),
  },
  {
    does: 'returns what lies in itself',
    body: 'a = []; a.append(a); return {"a": a}',
    reason: 'value-refused',
    message: /^driver\.Driver returned a value that lies in itself for “a”/,
  },
  {
    does: 'returns bytes',
    body: 'return {"a": b"x"}',
    reason: 'value-refused',
    message: /^driver\.Driver returned a value of the type bytes for “a”/,
  },
  {
    does: 'returns keys that are no strings',
    body: 'return {5: "x"}',
    reason: 'value-refused',
    message: 'driver.Driver returned the key 5, which is of the type int. Keys must be strings.',
  },
  {
    does: 'returns more than 16 MB',
    body: 'return {"a": "x" * 17000000}',
    reason: 'too-large',
    message: 'driver.Driver returned more than 16 MB. The result is left out.',
  },
  {
    does: 'writes an answer that is none',
    body: 'os.write(3, b"rubbish\\n")\ntime.sleep(60)',
    reason: 'ended',
    message: 'The process of driver.Driver gave an answer that makes no sense.',
  },
];

/** What a driver may do and still be heard; what it returned, and what it printed. */
const HEARD: readonly (readonly [does: string, body: string, values: object, printed: RegExp])[] = [
  ['returns NaN', 'return {"a": float("nan")}', { a: 'nan' }, /^$/],
  ['returns surrogates', 'return {"a": "\\ud800"}', { a: '\ud800' }, /^$/],
  ['closes stdin', 'os.close(0); sys.stdin.close(); return {}', {}, /^$/],
  ['closes all that is open but the answer', 'os.closerange(4, 1000); os.closerange(0, 3); return {}', {}, /^$/],
  ['deletes its source', 'os.remove(__file__); return {}', {}, /^$/],
  ['deletes its folder', 'import shutil; shutil.rmtree(os.getcwd()); return {}', {}, /^$/],
  [
    'writes 1 GB',
    'for _ in range(1024): os.write(1, b"x" * 2 ** 20)\nreturn {}',
    {},
    /^x{1000000}\n… the driver printed more than 1 MB; the rest is left out\.\n$/,
  ],
  ['changes its environment', 'os.environ["PATH"] = ""; return {}', {}, /^$/],
  ['changes its folder', 'os.chdir("/"); return {}', {}, /^$/],
  ['changes a module of Python', 'json.dumps = os.path.join = None; sys.path[:] = []; return {}', {}, /^$/],
  ['leaves a thread', 'threading.Thread(target=time.sleep, args=[60]).start(); return {}', {}, /^$/],
];

/** How a driver starts a process that outlives it. Each prints its number. */
const LEAVES: readonly (readonly [what: string, start: string])[] = [
  ['a child', 'print(subprocess.Popen(["sleep", "60"]).pid)'],
  ['a child of a session of its own', 'print(subprocess.Popen(["sleep", "60"], start_new_session=True).pid)'],
  ['a child that ignores signals', 'print(subprocess.Popen(["sh", "-c", "trap \'\' 1 2 15; sleep 60"]).pid)'],
  [
    'a daemon',
    `if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        print(os.getpid())
        os.execvp('sleep', ['sleep', '60'])
    os._exit(0)
time.sleep(0.3)`,
  ],
];

describe('a Python driver that', function () {
  this.timeout(40_000);
  const bench = new Bench();
  let runner: DriverRunner;
  before(async () => {
    await bench.build();
    runner = bench.runner({ timeLimit: 2000 });
  });
  after(() => {
    runner.dispose();
    bench.remove();
  });

  /** Runs on the one host of all of these tests: a fault must not show in the next run. */
  async function run(body: string, top = TOP, by = runner): Promise<Pick<Result, 'values' | 'failure' | 'printed'>> {
    let printed = '';
    const outcome = await by.run(bench.write('driver.py', python(body, top)), new AbortController().signal, (text) => {
      printed += text;
    });
    return { ...plain(outcome), printed };
  }

  async function host(): Promise<string | null | undefined> {
    return (await run('return {"host": os.getppid()}')).values?.host;
  }

  function assertMessage(failure: Result['failure'], reason: string, message: string | RegExp): void {
    assert.equal(failure?.reason, reason, failure?.message);
    if (typeof message === 'string') assert.equal(failure.message, message);
    else assert.match(failure.message, message);
  }

  describe('fails, and leaves the host to the next', () => {
    for (const { does, body, reason, message } of FAULTS)
      it(`: it ${does}`, async () => {
        const before = await host();
        assertMessage((await run(body)).failure, reason, message);
        assert.equal(await host(), before);
      });
  });

  describe('is heard, and leaves the host to the next', () => {
    for (const [does, body, values, printed] of HEARD)
      it(`: it ${does}`, async () => {
        const before = await host();
        const result = await run(body);
        assert.deepEqual(result.values, values, result.failure?.message);
        assert.match(result.printed, printed);
        assert.equal(await host(), before);
      });
  });

  describe('leaves', () => {
    for (const [what, start] of LEAVES)
      for (const [ending, end] of [
        ['returns', 'return {}'],
        ['ends', 'os._exit(1)'],
        ['loops', 'while True: pass'],
      ] as const)
        it(`${what} and ${ending}: nothing is left`, async () => {
          const { printed } = await run(`${start}\n${end}`);
          assert.ok(Number(printed) > 1, printed);
          assert.ok(!existsSync(`/proc/${printed.trim()}`), printed);
        });
  });

  describe('kills its host', () => {
    const KILL = 'os.kill(os.getppid(), 9)\ntime.sleep(60)';
    const ONE_MORE =
      /^The host that runs drivers was ended by SIGKILL while it ran driver\.Driver\. It is started again with/;

    it('fails, and another host runs the next', async () => {
      const own = bench.runner();
      assertMessage((await run(KILL, TOP, own)).failure, 'ended', ONE_MORE);
      assert.deepEqual((await run('return {"a": 1}', TOP, own)).values, { a: '1' });
      own.dispose();
    });

    it('ends with what it has started in its group', async () => {
      const own = bench.runner();
      const { printed } = await run(`print(subprocess.Popen(["sleep", "60"]).pid)\n${KILL}`, TOP, own);
      for (let tries = 0; tries < 50 && existsSync(`/proc/${printed.trim()}/exe`); tries++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      assert.ok(!existsSync(`/proc/${printed.trim()}/exe`));
      own.dispose();
    });

    it('three times within a minute is not run again for a while, nor is any other', async () => {
      const own = bench.runner();
      for (let crashes = 0; crashes < 3; crashes++)
        assertMessage((await run(KILL, TOP, own)).failure, 'ended', ONE_MORE);
      const { failure, printed } = await run('print("ran")', TOP, own);
      assertMessage(
        failure,
        'ended',
        'driver.Driver was not run: the host that runs drivers was ended three times within a minute. Look for what ends it (a driver that kills its parent process, say), wait a minute, then run it again.',
      );
      assert.equal(printed, '');
      own.dispose();
    });

    it('by halting it fails once its time is up, and another host runs the next', async () => {
      const own = bench.runner({ timeLimit: 1000 });
      assert.equal(
        (await run('os.kill(os.getppid(), signal.SIGSTOP)\ntime.sleep(60)', TOP, own)).failure?.reason,
        'timed-out',
      );
      assert.deepEqual((await run('return {"a": 1}', TOP, own)).values, { a: '1' });
      own.dispose();
    });
  });

  it('comes after the host was killed from outside between two runs is run by another, without a word', async () => {
    const own = bench.runner();
    for (let times = 0; times < 10; times++) {
      const { values } = await run('return {"host": os.getppid()}', TOP, own);
      // The next process is warm by then, and waits.
      await delay(30);
      killAtOnce(Number(values?.host));
      assert.deepEqual((await run('return {"a": 1}', TOP, own)).values, { a: '1' });
    }
    own.dispose();
  });

  it('has used up its processor time is ended, whoever waits for it or not', async () => {
    const own = bench.runner();
    const { failure } = await run('resource.setrlimit(resource.RLIMIT_CPU, (1, 1))\nwhile True: pass', TOP, own);
    assertMessage(failure, 'ended', /^The process of driver\.Driver was ended by SIG(XCPU|KILL) before/);
    own.dispose();
  });

  it('has a request that its process cannot read ends at once, and is not taken for one that another process gets', async () => {
    const written = bench.write('driver.py', python('return {}'));
    const request = { ...written.request, json: '{' };
    const outcome = await runner.run({ ...written, request }, new AbortController().signal, () => undefined);
    assertMessage(plain(outcome).failure, 'ended', ENDED('ended with exit code 1'));
  });

  it('is cancelled leaves the host to the next', async () => {
    const before = await host();
    const cancel = new AbortController();
    const written = bench.write('driver.py', python('print("here")\nwhile True: pass'));
    const outcome = await runner.run(written, cancel.signal, () => {
      cancel.abort();
    });
    assertMessage(plain(outcome).failure, 'cancelled', 'The run of driver.Driver was cancelled.');
    assert.equal(await host(), before);
  });

  it('is cancelled before it has begun leaves the host to the next', async () => {
    const before = await host();
    const cancel = new AbortController();
    const run = runner.run(bench.write('driver.py', python('while True: pass')), cancel.signal, () => undefined);
    cancel.abort();
    assertMessage(plain(await run).failure, 'cancelled', 'The run of driver.Driver was cancelled.');
    assert.equal(await host(), before);
  });

  it('changes what it can in memory shows nothing of it to the next', async () => {
    await run('sys.modules["os"].mark = json.mark = 1; sys.path.append("mark"); return {}');
    const look = 'return {"a": hasattr(os, "mark") or hasattr(json, "mark") or "mark" in sys.path}';
    assert.deepEqual((await run(look)).values, { a: 'False' });
  });

  it('has the limits that are documented', async () => {
    const look = ['RLIMIT_AS', 'RLIMIT_CPU', 'RLIMIT_CORE'].map(
      (name) => `"${name}": resource.getrlimit(resource.${name})[0]`,
    );
    const expected = { RLIMIT_AS: String(GIGABYTE), RLIMIT_CPU: '3', RLIMIT_CORE: '0' };
    assert.deepEqual((await run(`return {${look.join(', ')}}`)).values, expected);
  });

  it('has a session of its own, and nothing of the host open', async () => {
    const look = `session = os.getsid(0) == os.getpid() == os.getpgid(0)
descriptors = [each for each in range(64) if os.path.exists('/proc/self/fd/%d' % each)]
return {'session': session, 'descriptors': descriptors, 'arguments': sys.argv[1:]}`;
    const { values } = await run(look);
    assert.deepEqual(values, { session: 'True', descriptors: '[0, 1, 2, 3]', arguments: '[]' });
  });

  describe('has a module that is called', () => {
    for (const name of ['traceback', 'select', 'ctypes', 'linecache', 'vif_host'])
      it(`${name}, as the host's is, imports its own`, async () => {
        const files = { [`${name}.py`]: 'MINE = 1' };
        const written = bench.write('driver.py', python(`return {"a": ${name}.MINE}`, `import ${name}`), { files });
        const outcome = plain(await runner.run(written, new AbortController().signal, () => undefined));
        assert.deepEqual(outcome, { values: { a: '1' } });
      });
  });
});

/** Kills a process, and lets nothing else happen here before it has ended: nobody has heard of it then. */
function killAtOnce(pid: number): void {
  process.kill(pid, 'SIGKILL');
  const state = `/proc/${pid}/stat`;
  while (existsSync(state) && !readFileSync(state, 'latin1').includes(') Z '));
}

describe('a Python driver where the system cannot fork', function () {
  this.timeout(30_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  for (const [does, body, told] of [
    [
      'returns',
      'print("hello"); sys.stderr.write("there"); return {"a": os.read(0, 1)== b"", "b": sys.stdin.read()}',
      { a: 'True', b: '' },
    ],
    ['raises', 'print("hello"); sys.stderr.write("there"); 1 / 0', 'raised'],
    ['ends', 'print("hello"); sys.stderr.write("there"); os._exit(1)', 'ended'],
    ['never returns', 'print("hello"); sys.stderr.write("there"); time.sleep(60)', 'timed-out'],
  ] as const)
    it(`${does}, and the next is run`, async () => {
      const options = { forks: false, timeLimit: 1000 };
      for (let runs = 0; runs < 2; runs++) {
        const { values, failure, printed } = await bench.run('driver.py', python(body, TOP), { options });
        assert.deepEqual([values ?? failure?.reason, printed], [told, 'hello\nthere']);
      }
    });
});
