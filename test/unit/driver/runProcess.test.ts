import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { getEventListeners } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import type { DriverRunner } from '../../../server/src/driver/runner';
import { Bench, javascript, plain, python, type Case, type Result } from './runBench';

/** What one language writes for what every driver may do. */
interface Language {
  readonly name: string;
  readonly file: string;
  readonly driver: (body: string) => string;
  readonly printHello: string;
  readonly loop: string;
  readonly exit3: string;
  readonly killItself: string;
  readonly returnMuch: string;
  readonly print50MB: string;
  readonly deleteItself: string;
  /** Starts a process that sleeps for a minute with the driver's pipes, in the driver's process group; prints its number. */
  readonly startSleeper: string;
}

const languages: readonly Language[] = [
  {
    name: 'Python',
    file: 'driver.py',
    driver: (body) => python(body, 'import os, signal, subprocess, sys, time'),
    printHello: 'print("hello")',
    loop: 'while True: pass',
    exit3: 'os._exit(3)',
    killItself: 'os.kill(os.getpid(), signal.SIGTERM)',
    returnMuch: 'return {"a": "x" * 17000000}',
    print50MB: 'for _ in range(50): print("x" * 1000000)',
    deleteItself: 'os.remove(__file__)',
    startSleeper: 'print(subprocess.Popen(["sleep", "60"]).pid)',
  },
  {
    name: 'JavaScript',
    file: 'driver.mjs',
    driver: (body) => javascript('mjs', body, "import cp from 'node:child_process'; import fs from 'node:fs';"),
    printHello: 'console.log("hello");',
    loop: 'for (;;);',
    exit3: 'process.exit(3);',
    killItself: 'process.kill(process.pid, "SIGTERM"); await new Promise((r) => setTimeout(r, 9999));',
    returnMuch: 'return { a: "x".repeat(17000000) };',
    print50MB: 'for (let i = 0; i < 50; i++) console.log("x".repeat(1000000));',
    deleteItself: 'fs.rmSync(new URL(import.meta.url));',
    startSleeper: 'console.log(cp.spawn("sleep", ["60"], { stdio: "inherit" }).pid);',
  },
];

describe('the process of a driver', function () {
  this.timeout(40_000);
  const bench = new Bench();
  before(() => bench.build());
  after(() => {
    bench.remove();
  });

  for (const language of languages)
    describe(`in ${language.name}`, () => {
      const run = (lines: readonly string[], given?: Case): Promise<Result> =>
        bench.run(language.file, language.driver(lines.join('\n')), given);

      it('prints, and the print is no part of the result', async () => {
        const { values, printed } = await run([language.printHello, 'return {"a": 1}']);
        assert.deepEqual([values, printed], [{ a: '1' }, 'hello\n']);
      });

      it('prints as it goes, not at the end', async () => {
        const cancel = new AbortController();
        const onPrint = (): void => {
          cancel.abort();
        };
        const { failure } = await run([language.printHello, language.loop], { signal: cancel.signal, onPrint });
        assert.equal(failure?.reason, 'cancelled');
      });

      it('prints 50 MB, of which the first is passed on', async () => {
        const { values, printed } = await run([language.print50MB, 'return {"a": 1}']);
        assert.deepEqual(values, { a: '1' });
        assert.ok(printed.startsWith('xxx') && printed.length < 1_000_200, String(printed.length));
        assert.match(printed.slice(-100), /\n… the driver printed more than 1 MB; the rest is left out\.\n$/);
      });

      it('deletes its own source', async () => {
        assert.deepEqual((await run([language.deleteItself, 'return {"a": 1}'])).values, { a: '1' });
      });

      it('ends before it answers', async () => {
        const { failure, printed } = await run([language.printHello, language.exit3]);
        const message = 'The process of driver.Driver ended with exit code 3 before it returned anything.';
        assert.deepEqual([failure, printed], [{ reason: 'ended', message }, 'hello\n']);
      });

      it('is killed', async () => {
        const { failure } = await run([language.killItself]);
        const message = 'The process of driver.Driver was ended by SIGTERM before it returned anything.';
        assert.deepEqual(failure, { reason: 'ended', message });
      });

      it('returns more than 16 MB', async () => {
        assert.equal((await run([language.returnMuch])).failure?.reason, 'too-large');
      });

      it('never returns', async () => {
        const { failure, printed } = await run([language.printHello, language.loop], { options: { timeLimit: 3000 } });
        const message = 'driver.Driver did not answer within 3 s and was stopped. Look for what it waits for.';
        assert.deepEqual([failure, printed], [{ reason: 'timed-out', message }, 'hello\n']);
      });

      it('never returns, and its children neither', async () => {
        const { failure, printed } = await run([language.startSleeper, language.loop], {
          options: { timeLimit: 3000 },
        });
        assert.equal(failure?.reason, 'timed-out');
        await assertEnded(Number(printed));
      });

      it('answers at once, though its child holds the pipes; the child is ended', async () => {
        const { values, printed, milliseconds } = await run([language.startSleeper, 'return {"a": 1}']);
        assert.deepEqual(values, { a: '1' });
        assert.ok(milliseconds < 20_000, String(milliseconds));
        await assertEnded(Number(printed));
      });

      it('ends, and its child is ended', async () => {
        const { failure, printed } = await run([language.startSleeper, language.exit3]);
        assert.equal(failure?.reason, 'ended');
        await assertEnded(Number(printed));
      });

      it('is not started where the run was cancelled before', async () => {
        const { failure, folder } = await run(['open("mark", "w")'], { signal: AbortSignal.abort() });
        assert.deepEqual(failure, { reason: 'cancelled', message: 'The run of driver.Driver was cancelled.' });
        assert.ok(!existsSync(join(folder, 'mark')));
      });
    });

  describe('in Python', () => {
    const run = (body: string, given?: Case): Promise<Result> =>
      bench.run('driver.py', python(body, 'import ctypes, json, os, builtins, subprocess, sys, time'), given);

    for (const [way, body, text] of [
      ['sys.stderr', 'print("text", file=sys.stderr)', 'text\n'],
      ['a descriptor', 'os.write(1, b"text")', 'text'],
      ['a sub-process', 'subprocess.call(["echo", "text"])', 'text\n'],
      ['a shell', 'os.system("echo text")', 'text\n'],
      ['C', 'libc = ctypes.CDLL(None); libc.puts(b"text"); libc.fflush(None)', 'text\n'],
      ['the bytes of sys.stdout', 'sys.stdout.buffer.write(b"text")', 'text'],
      ['the first sys.stdout', 'sys.__stdout__.write("text"); sys.__stdout__.flush()', 'text'],
      ['any alphabet', 'print("ü\\U0001f600\\ud800")', 'ü😀\\ud800\n'],
      ['a line without an end', 'print("text", end="")', 'text'],
      ['bytes that are no text', 'os.write(1, b"a\\xff\\xc3")', 'a\ufffd\ufffd'],
    ] as const)
      it(`prints by way of ${way}`, async () => {
        const { values, printed } = await run(`${body}\nreturn {"a": 1}`);
        assert.deepEqual([values, printed], [{ a: '1' }, text]);
      });

    for (const [title, body] of [
      ['reads stdin', 'assert sys.stdin.read() == "" and os.read(0, 1) == b""'],
      ['closes stdin', 'os.close(0)'],
      ['closes stdout and stderr', 'sys.stdout.close(); sys.stderr.close(); os.close(1); os.close(2)'],
      ['replaces json', 'json.dumps = json.loads = json.JSONEncoder.default = None; sys.modules["json"] = None'],
      ['replaces sys.stdout and print', 'sys.stdout = None; builtins.print = None'],
      ['replaces functions of os', 'os.write = os._exit = os.getpid = None'],
      ['forks, and both return', 'os.fork()'],
      ['forks, and the child raises', 'if os.fork() == 0: raise ValueError("child")\nos.wait()'],
      ['leaves a thread running', 'import threading; threading.Thread(target=lambda: time.sleep(60)).start()'],
      ['wants to be heard at exit', 'import atexit; atexit.register(time.sleep, 60)'],
    ] as const)
      it(`${title}, and is heard`, async () => {
        const { values, printed } = await run(`${body}\nreturn {"a": 1}`);
        assert.deepEqual([values, printed], [{ a: '1' }, '']);
      });

    it('leaves a process behind that holds the pipes and has left the group, and is heard at once', async () => {
      const start = 'print(subprocess.Popen(["sleep", "30"], start_new_session=True).pid)';
      const { values, printed, milliseconds } = await run(`${start}\nreturn {"a": 1}`);
      await assertEnded(Number(printed));
      assert.deepEqual(values, { a: '1' });
      assert.ok(milliseconds < 20_000, String(milliseconds));
    });

    it('never comes back from C', async () => {
      const { failure } = await run('import re; re.match("(a*)*b", "a" * 40)', { options: { timeLimit: 3000 } });
      assert.equal(failure?.reason, 'timed-out');
    });

    it('writes an answer of its own, that is none', async () => {
      const { failure } = await run('os.write(3, b"rubbish\\n")\ntime.sleep(60)');
      const message = 'The process of driver.Driver gave an answer that makes no sense.';
      assert.deepEqual(failure, { reason: 'ended', message });
    });
  });

  describe('in JavaScript', () => {
    const run = (body: string, top = ''): Promise<Result> => bench.run('driver.cjs', javascript('cjs', body, top));

    for (const [way, body, text] of [
      ['console.error', 'console.error("text");', 'text\n'],
      ['process.stdout', 'process.stdout.write("text");', 'text'],
      ['a descriptor', 'require("fs").writeSync(1, "text");', 'text'],
      ['a sub-process', 'require("child_process").execFileSync("echo", ["text"], { stdio: "inherit" });', 'text\n'],
    ] as const)
      it(`prints by way of ${way}`, async () => {
        const { values, printed } = await run(`${body}\nreturn { a: 1 };`);
        assert.deepEqual([values, printed], [{ a: '1' }, text]);
      });

    for (const [title, body] of [
      ['replaces JSON', 'JSON.stringify = JSON.parse = null;'],
      [
        'replaces functions of fs and process',
        'require("fs").writeSync = process.exit = process.stdout.write = console.log = null;',
      ],
      ['ends stdout', 'process.stdout.end(); process.stderr.destroy();'],
      ['leaves a timer running', 'setInterval(() => undefined, 1000);'],
      ['wants to be heard at exit', 'process.on("exit", () => { for (;;); });'],
    ] as const)
      it(`${title}, and is heard`, async () => {
        const { values, printed } = await run(`${body}\nreturn { a: 1 };`);
        assert.deepEqual([values, printed], [{ a: '1' }, '']);
      });

    it('kills its parent process, which is not this one', async () => {
      const { failure } = await run(
        'process.kill(process.ppid, "SIGKILL");\nawait new Promise(() => setInterval(() => 1, 1000));',
      );
      const message = 'The process of driver.Driver was ended by SIGKILL before it returned anything.';
      assert.deepEqual(failure, { reason: 'ended', message });
    });

    it('waits for what never comes', async () => {
      const { failure } = await run('await new Promise(() => undefined);');
      assert.match(failure?.message ?? '', /ended with exit code 0 before it returned anything/);
    });
  });

  describe('leaves nothing behind', () => {
    const LEAVE = 'import subprocess; subprocess.Popen(["sleep", "5"], start_new_session=True); return {}';
    const KILL = 'import os; os.kill(os.getppid(), 9); return {}';

    it('run after run, each with a host of its own', async () => {
      const cancel = new AbortController();
      const once = (body: string): Promise<Result> => bench.run('driver.py', python(body), { signal: cancel.signal });
      await once('return {}');
      const left = (): unknown => resources(cancel.signal);
      const before = await settled(left);
      for (const body of ['return {}', '1 / 0', 'import os; os._exit(0)', LEAVE, KILL])
        await Promise.all([once(body), once(body), once(body)]);
      await assertSettled(left, before);
    });

    it('run after run on one host, neither here nor there', async () => {
      const runner = bench.runner({ timeLimit: 5000 });
      const { signal } = new AbortController();
      const source = python(
        `deed = network.get('deed')
if deed == 'raise': raise ValueError()
if deed == 'exit': os._exit(3)
if deed == 'leave': subprocess.Popen(['sleep', '60'], start_new_session=True)
if deed == 'fork' and os.fork() == 0: os.setsid(); time.sleep(60)
if deed == 'host': return {'host': os.getppid()}
return {}`,
        'import os, subprocess, time',
      );
      const run = bench.write('driver.py', source);
      const once = async (deed: string): Promise<Result['values']> => {
        const request = { instance: new Map(), network: new Map([['deed', deed]]) };
        return plain(await runner.run({ ...run, request }, signal, () => undefined)).values;
      };
      const host = Number((await once('host'))?.host);
      const there = (): unknown => (existsSync('/proc') ? readdirSync(`/proc/${host}/fd`).length : 0);
      const left = (): unknown => [resources(signal), there(), childrenOf(host)];
      await once('raise');
      const before = await settled(left);
      for (let runs = 0; runs < 200; runs++)
        await once(['return', 'raise', 'exit', 'leave', 'fork', 'host'][runs % 6] ?? '');
      await assertSettled(left, before);
      assert.equal((await once('host'))?.host, String(host));
      runner.dispose();
    });
  });

  describe('in JavaScript', () => {
    it('runs out of memory, and the next run has all of it', async () => {
      const body = 'if (instance.much) for (const all = [];;) all.push(new Array(2e6).fill(0.5));\nreturn { a: 1 };';
      const runner = bench.runner({ timeLimit: 60_000 });
      const run = bench.write('driver.mjs', javascript('mjs', body));
      const once = async (much: boolean): Promise<ReturnType<typeof plain>> => {
        const request = { instance: new Map([['much', much]]), network: new Map() };
        return plain(await runner.run({ ...run, request }, new AbortController().signal, () => undefined));
      };
      const message =
        'The process of driver.Driver was ended by SIGABRT before it returned anything. It may have run out of memory: a driver gets 1 GB.';
      assert.deepEqual((await once(true)).failure, { reason: 'ended', message });
      assert.deepEqual((await once(false)).values, { a: '1' });
      runner.dispose();
    });
  });

  describe('the process that waits for the next run', () => {
    const isThere = existsSync('/proc/self/task');
    const plainly = async (runner: DriverRunner, body: string): Promise<Result['values']> => {
      const run = bench.write('driver.py', python(body, 'import os, time'));
      return plain(await runner.run(run, new AbortController().signal, () => undefined)).values;
    };

    it('is not there while a driver runs, which could do something to it', async function () {
      if (!isThere) this.skip();
      const runner = bench.runner({ timeLimit: 5000 });
      const siblings = "open('/proc/%d/task/%d/children' % (os.getppid(), os.getppid())).read().split()";
      const body = `time.sleep(0.1)\nreturn {"alone": ${siblings} == [str(os.getpid())]}`;
      for (let runs = 0; runs < 3; runs++) assert.deepEqual(await plainly(runner, body), { alone: 'True' });
      runner.dispose();
    });

    it('may have ended before it is asked, and the run has another', async function () {
      if (!isThere) this.skip();
      const runner = bench.runner({ timeLimit: 5000 });
      const host = Number((await plainly(runner, 'return {"host": os.getppid()}'))?.host);
      await assertSettled(() => childrenOf(host).length, 1);
      process.kill(Number(readFileSync(`/proc/${host}/task/${host}/children`, 'utf8')), 'SIGKILL');
      assert.deepEqual(await plainly(runner, 'return {"a": os.getppid()}'), { a: String(host) });
      runner.dispose();
    });

    it('is not made again and again where something ends it, but when somebody asks', async function () {
      if (!isThere) this.skip();
      const runner = bench.runner({ timeLimit: 5000 });
      const host = async (): Promise<unknown> => (await plainly(runner, 'return {"host": os.getppid()}'))?.host;
      const before = Number(await host());
      await assertSettled(() => childrenOf(before).length, 1);
      process.kill(Number(readFileSync(`/proc/${before}/task/${before}/children`, 'utf8')), 'SIGKILL');
      await assertSettled(() => childrenOf(before).length, 0);
      assert.deepEqual([await settled(() => childrenOf(before)), await host()], [[], String(before)]);
      runner.dispose();
    });
  });

  it('sees nothing of what its process has rehearsed, whatever its module is called', async () => {
    const finders = '[type(finder).__name__ for finder in sys.meta_path].count("DriverFinder")';
    const paths = '[path for path in sys.path if path.endswith("vif_host")]';
    const body = `return {"finders": ${finders}, "paths": ${paths}, "file": os.path.basename(__file__)}`;
    const { values } = await bench.run('rehearsal.py', python(body, 'import os, sys'));
    assert.deepEqual(values, { finders: '1', paths: '[]', file: 'rehearsal.py' });
  });

  describe('ends with the process that started it', () => {
    const WAIT = 'import subprocess, sys, time\nprint(subprocess.Popen(["sleep", "60"]).pid, flush=True)\n';
    const drivers = {
      'waits.py': python('time.sleep(60)', WAIT),
      'loops.py': python('while True: pass', 'import os\nprint(os.getpid(), flush=True)'),
      'waits.mjs': javascript('mjs', 'console.log(process.pid); await new Promise((r) => setTimeout(r, 60000));'),
      'loops.mjs': javascript('mjs', 'console.log(process.pid); for (;;);'),
    };
    for (const [name, source] of Object.entries(drivers))
      for (const [how, leave] of [
        ['leaves', 'process.exit()'],
        ['is killed', 'process.kill(process.pid, "SIGKILL")'],
      ] as const)
        it(`${name}, which ${how}`, async () => {
          const script = join(bench.folder, 'leave.ts');
          writeFileSync(join(bench.folder, name), source);
          writeFileSync(script, leaveWhile(name, leave));
          const { stdout } = spawnSync(process.execPath, ['--import', 'tsx', script], { encoding: 'utf8' });
          await assertEnded(Number(stdout));
        });
  });

  /** A program that runs a driver that never returns, and leaves once that has printed. */
  function leaveWhile(name: string, leave: string): string {
    const runner = join(import.meta.dirname, '../../../server/src/driver/run.ts');
    const file = JSON.stringify(join(bench.folder, name));
    const language = name.endsWith('.py') ? 'python' : 'javascript';
    return `
      import { createDriverRunner } from ${JSON.stringify(runner)};
      const options = { hosts: ${JSON.stringify(join(bench.folder, 'hosts'))}, forbiddenFolders: [], timeLimit: 1000 };
      const run = { language: '${language}', file: ${file}, classFile: ${file}, module: 'loops', className: 'Driver',
        searchPath: [], request: { instance: new Map(), network: new Map() }, unsaved: new Map() };
      createDriverRunner(options).run(run, new AbortController().signal, (text) => {
        process.stdout.write(text, () => ${leave});
      });`;
  }
});

/** What a run may leave behind in this process: listeners, descriptors, children that nobody buried. */
function resources(signal: AbortSignal): unknown {
  return {
    listeners: [getEventListeners(signal, 'abort').length, process.listenerCount('exit')],
    descriptors: existsSync('/proc/self/fd') ? readdirSync('/proc/self/fd').length : 0,
    children: childrenOf(process.pid),
  };
}

/** The names of the processes that one has started, but for those that tests themselves start; a Z before those that nobody has buried. */
function childrenOf(pid: number): readonly string[] {
  const { stdout } = spawnSync('ps', ['-o', 'stat=,comm=', '--ppid', String(pid)], { encoding: 'utf8' });
  const lines = stdout.split('\n').filter((line) => line !== '' && !/ (ps|esbuild)$/.test(line));
  return lines.map((line) => line.replace(/^(Z?)\S*/, '$1'));
}

/** What is left once it changes no more: a host that is not needed any more ends by and by, and gets the next run ready. */
async function settled(left: () => unknown): Promise<unknown> {
  await delay(1000);
  return left();
}

async function assertSettled(left: () => unknown, expected: unknown): Promise<void> {
  for (let tries = 0; tries < 50 && !isDeepStrictEqual(left(), expected); tries++) await delay(100);
  assert.deepEqual(left(), expected);
}

/** Waits until the process has ended; one that nobody has buried yet counts as ended. */
async function assertEnded(pid: number): Promise<void> {
  assert.ok(pid > 1, `${pid} is the number of a process`);
  for (let tries = 0; tries < 50; tries++) {
    const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
    if (stdout.trim() === '' || stdout.startsWith('Z')) return;
    await delay(100);
  }
  assert.fail(`the process ${pid} still runs`);
}
