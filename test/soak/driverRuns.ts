/** Runs Python drivers that do all kinds of things, thousands of times on one host, and tells what is left: `npm run soak:drivers [-- RUNS]`. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDriverRunner } from '../../server/src/driver/run';
import type { DriverOutcome } from '../../server/src/driver/runner';

const DRIVER = `import os, subprocess, sys, time
class Driver:
    def getVIFConfiguration(self, instance, network):
        deed = network['deed']
        if deed == 'raise': raise ValueError('no')
        if deed == 'exit': os._exit(3)
        if deed == 'print': print('x' * 5000)
        if deed == 'leave': subprocess.Popen(['sleep', '60'], start_new_session=True)
        if deed == 'fork' and os.fork() == 0: time.sleep(60)
        return {'host': os.getppid(), 'deed': deed}
`;
/** What one run in so many does; the others just return. */
const DEEDS = new Map([
  [7, 'raise'],
  [11, 'exit'],
  [13, 'print'],
  [101, 'fork'],
  [103, 'leave'],
]);

/** The descriptors, the memory (kB) and the number of children of a process. */
function stateOf(pid: number): Readonly<Record<'descriptors' | 'memory' | 'children', number>> {
  const memory = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  const { stdout } = spawnSync('ps', ['-o', 'comm=', '--ppid', String(pid)], { encoding: 'utf8' });
  const children = stdout.split('\n').filter((name) => name !== '' && name !== 'ps' && name !== 'esbuild').length;
  return { descriptors: readdirSync(`/proc/${pid}/fd`).length, memory: Number(memory), children };
}

async function main(runs: number): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vif-soak-'));
  const file = path.join(folder, 'driver.py');
  writeFileSync(file, DRIVER);
  const hosts = path.join(__dirname, '../../dist');
  const runner = createDriverRunner({ hosts, forbiddenFolders: [], timeLimit: 60_000 });
  const driver = { language: 'python', file, classFile: file, module: 'driver', className: 'Driver' } as const;
  const run = (deed: string): Promise<DriverOutcome> => {
    const request = { instance: new Map(), network: new Map([['deed', deed]]) };
    const driverRun = { ...driver, searchPath: [folder], unsaved: new Map<string, string>(), request };
    return runner.run(driverRun, new AbortController().signal, () => undefined);
  };
  const hostOf = (outcome: DriverOutcome): number =>
    outcome.kind === 'returned' ? Number(outcome.values.get('host')) : NaN;
  const host = hostOf(await run('return'));
  const show = async (at: number): Promise<ReturnType<typeof stateOf>[]> => {
    await delay(1000);
    const states = [process.pid, host].map(stateOf);
    process.stdout.write(`${at} runs: here ${JSON.stringify(states[0])}, the host ${JSON.stringify(states[1])}\n`);
    return states;
  };
  try {
    for (let index = 1; index <= 300; index++) await run('return');
    const before = await show(0);
    const started = performance.now();
    for (let index = 1; index <= runs; index++) {
      const deed = [...DEEDS].findLast(([each]) => index % each === 0)?.[1] ?? 'return';
      const outcome = await run(deed);
      assert.equal(outcome.kind, deed === 'raise' || deed === 'exit' ? 'failed' : 'returned');
      if (outcome.kind === 'returned') assert.equal(hostOf(outcome), host);
      if (index % 2000 === 0) await show(index);
    }
    process.stdout.write(`${((performance.now() - started) / runs).toFixed(2)} ms a run\n`);
    for (const [at, state] of (await show(runs)).entries()) {
      assert.equal(state.descriptors, before[at]?.descriptors);
      assert.equal(state.children, before[at]?.children);
    }
  } finally {
    runner.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
}

void main(Number(process.argv[2] ?? 10_000)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
