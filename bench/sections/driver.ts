import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { driverFile } from '../documents/template';
import { bundled } from '../programs/bundled';
import { figures, medianTime, ROOT } from '../programs/run';
import { median } from '../stats';
import { ratio, type Section } from '../table';
import { inFolder } from '../temporary';

const PYTHON = '/usr/bin/python3';
const ROUNDS = 60;

/** Between two runs (ms), where there is a pause: who renders by hand waits for longer. */
const PAUSE = 50;

/** What a fork and an answer takes, without anything to run, each so long (ms) after the one before: the median in ms. */
async function bareFork(pause: number): Promise<number> {
  const child = spawn(PYTHON, ['-I', path.join(__dirname, '../programs/fork.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    if (pause > 0) await delay(pause);
    const started = performance.now();
    child.stdin.write('{}\n');
    await once(child.stdout, 'data');
    times.push(performance.now() - started);
  }
  child.stdin.end();
  await once(child, 'exit');
  return median(times);
}

/** What it takes to run a driver that is written in Python. */
export async function driver(): Promise<Section> {
  const forks = { run: await bareFork(0), paused: await bareFork(PAUSE) };
  const start = medianTime(PYTHON, ['-I', '-c', 'pass'], 15);
  const ours = await inFolder({ 'bench_driver.py': driverFile() }, (folder) =>
    bundled('bench/programs/driverRuns.ts', (program) =>
      figures(process.execPath, [program, path.join(ROOT, 'dist'), folder, String(PAUSE)]),
    ),
  );
  const { run = NaN, paused = NaN } = ours ?? {};
  return {
    title: 'A run of a Python driver',
    about: `From the request to the network dictionary, each run isolated from every other, with the host warm; p50 in ms: ${PAUSE} ms after the run before, as for somebody who renders by hand, and one right after the other.`,
    head: ['what', 'after a pause', 'ours is', 'without one', 'ours is', 'goal'],
    rows: [
      ['OpenStack VIF', paused, '', run, '', ''],
      [
        'a bare fork that answers',
        forks.paused,
        ratio(paused, forks.paused),
        forks.run,
        ratio(run, forks.run),
        '≤ 2 ×',
      ],
      ['starting `python3 -I`', start, ratio(paused, start), start, ratio(run, start), '≤ 0.1 ×'],
    ],
  };
}
