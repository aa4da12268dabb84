import path from 'node:path';
import { Editor } from '../client/editor';
import { workspaceScene, type Hosts } from '../documents/workspace';
import { CLI, medianTime } from '../programs/run';
import { OURS } from '../servers/server';
import { median } from '../stats';
import { ratio, type Section } from '../table';
import { inFolder } from '../temporary';

const FILES = 5000;
const ROUNDS = 5;

/** What a workspace costs, in ms and MB. */
interface Costs {
  readonly reading: number;
  readonly first: number;
  readonly whole: number;
  readonly checking: number;
  readonly memory: number;
}

async function costsOf(hosts: Hosts): Promise<Costs> {
  const scene = workspaceScene(FILES, hosts);
  const reader = path.join(__dirname, '../programs/readFiles.mjs');
  const [reading, checking] = await inFolder(scene.files, (folder) => [
    medianTime(process.execPath, [reader, folder]),
    medianTime(process.execPath, [CLI, 'check', folder]),
  ]);
  const first: number[] = [];
  const whole: number[] = [];
  let memory = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const { editor, startTime } = await Editor.start(OURS, scene);
    first.push(startTime);
    whole.push(await editor.wholeWorkspace());
    memory = Math.max(memory, editor.peakMemory());
    await editor.close();
  }
  return { reading, first: median(first), whole: median(whole), checking, memory };
}

/** What a large workspace costs before everything in it is known. */
export async function workspace(): Promise<Section> {
  const [alike, different] = [await costsOf('alike'), await costsOf('different')];
  const row = (name: string, cost: (costs: Costs) => number, goal = ''): Section['rows'][number] => {
    const cells = [alike, different].flatMap((costs) => [cost(costs), ratio(cost(costs), costs.reading)]);
    return [name, ...cells, goal];
  };
  return {
    title: `A workspace of ${FILES.toLocaleString('en-US')} files`,
    about: `Hosts with a nova.conf, a driver and eight template files of 100 lines each, in ms: once with the same files for all hosts, as they are rolled out, and once with keys and names of its own in every device of a host. The server's peak memory is ${Math.round(alike.memory)} and ${Math.round(different.memory)} MB.`,
    head: ['what', 'hosts alike', 'of reading the files', 'hosts different', 'of reading the files', 'goal'],
    rows: [
      row('one Node process that reads the files', ({ reading }) => reading),
      row('server: first diagnostics of the open template', ({ first }) => first),
      row('server: everything checked', ({ whole }) => whole, '≤ 3 ×'),
      row('`vif check` of the folder', ({ checking }) => checking),
    ],
  };
}
