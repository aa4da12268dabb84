import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { driverFile } from '../documents/template';
import { bundled } from '../programs/bundled';
import { figures, medianTime, ROOT } from '../programs/run';
import { median } from '../stats';
import { ratio, type Section } from '../table';
import { inFolder } from '../temporary';

const PYTHON = '/usr/bin/python3';
const ROUNDS = 60;

/** What a fork and an answer takes, without anything to run: the median in ms. */
async function bareFork(): Promise<number> {
  const child = spawn(PYTHON, ['-I', path.join(__dirname, '../programs/fork.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
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
  const fork = await bareFork();
  const start = medianTime(PYTHON, ['-I', '-c', 'pass'], 15);
  const ours = await inFolder({ 'bench_driver.py': driverFile() }, (folder) =>
    bundled('bench/programs/driverRuns.ts', (program) =>
      figures(process.execPath, [program, path.join(ROOT, 'dist'), folder]),
    ),
  );
  const { run = NaN, paused = NaN } = ours ?? {};
  const row = (name: string, value: number, goal = ''): Section['rows'][number] => [
    name,
    value,
    ratio(run, value),
    goal,
  ];
  return {
    title: 'A run of a Python driver',
    about:
      'From the request to the network dictionary, each run isolated from every other, with the host warm; p50 in ms.',
    head: ['what', 'time', 'ours is', 'goal'],
    rows: [
      row('OpenStack VIF', run),
      ['OpenStack VIF, 50 ms after the run before', paused, '', ''],
      row('a bare fork that answers', fork, '≤ 2 ×'),
      row('starting `python3 -I`', start, '≤ 0.1 ×'),
    ],
  };
}
