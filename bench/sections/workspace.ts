import path from 'node:path';
import { Editor } from '../client/editor';
import { workspaceScene } from '../documents/workspace';
import { CLI, medianTime } from '../programs/run';
import { OURS } from '../servers/server';
import { median } from '../stats';
import { ratio, type Section } from '../table';
import { inFolder } from '../temporary';

const FILES = 5000;
const ROUNDS = 5;

/** What a large workspace costs before everything in it is known. */
export async function workspace(): Promise<Section> {
  const scene = workspaceScene(FILES);
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
  const row = (name: string, value: number, goal = ''): Section['rows'][number] => [
    name,
    value,
    ratio(value, reading),
    goal,
  ];
  return {
    title: `A workspace of ${FILES.toLocaleString('en-US')} files`,
    about: `Hosts with a nova.conf, a driver and eight template files of 100 lines each, in ms. The server's peak memory is ${Math.round(memory)} MB.`,
    head: ['what', 'time', 'of reading the files', 'goal'],
    rows: [
      row('one Node process that reads the files', reading),
      row('server: first diagnostics of the open template', median(first)),
      row('server: everything checked', median(whole), '≤ 3 ×'),
      row('`vif check` of the folder', checking),
    ],
  };
}
