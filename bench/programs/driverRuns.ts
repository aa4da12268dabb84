// How long a run of a Python driver takes, warm, one after the other (`run`) and after a pause (`paused`): p50 in ms, as one line of JSON. The arguments
// are the folder of the host scripts, that of the driver, and the pause in ms.
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createDriverRunner } from '../../server/src/driver/run';
import { median } from '../stats';

const RUNS = 60;
const WARM_UP = 10;

async function main(hosts: string, folder: string, between: number): Promise<void> {
  const runner = createDriverRunner({ hosts, python: '/usr/bin/python3', forbiddenFolders: [], timeLimit: 60_000 });
  const file = path.join(folder, 'bench_driver.py');
  const driver = {
    ...{ language: 'python' as const, file, classFile: file, module: 'bench_driver', className: 'BenchDriver' },
    ...{ searchPath: [folder], unsaved: new Map<string, string>() },
  };
  const network = new Map(['bridge_name', 'interface_id', 'target_device', 'queues'].map((key) => [key, 'x']));
  const time = async (pause: number): Promise<number> => {
    const times: number[] = [];
    for (let index = 0; index < RUNS + WARM_UP; index++) {
      if (pause > 0) await delay(pause);
      const started = performance.now();
      const run = { ...driver, request: { instance: new Map<string, string>(), network } };
      const outcome = await runner.run(run, new AbortController().signal, () => undefined);
      if (outcome.kind !== 'returned') throw new Error(outcome.failure.message);
      if (index >= WARM_UP) times.push(performance.now() - started);
    }
    return median(times);
  };
  const figures = { run: await time(0), paused: await time(between) };
  runner.dispose();
  process.stdout.write(`${JSON.stringify(figures)}\n`);
}

void main(process.argv[2] ?? '', process.argv[3] ?? '', Number(process.argv[4]));
