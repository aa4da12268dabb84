import { templateScene } from '../documents/template';
import { startCosts } from '../measure';
import { FLOOR, OURS } from '../servers/server';
import { ratio, type Section } from '../table';

/** What a user waits for behind opening the first file. */
export async function start(): Promise<Section> {
  const scene = templateScene(1000);
  const [floor, ours] = await startCosts([
    [FLOOR, scene],
    [OURS, scene],
  ]);
  if (!floor || !ours) throw new Error('Each server has its costs.');
  return {
    title: 'Start',
    about:
      'From the start of the process to the first diagnostics of a template of 1,000 lines with its nova.conf and driver, in ms.',
    head: ['server', 'time', 'of the floor', 'goal', 'CPU time', 'of the floor'],
    rows: [
      [FLOOR.name, floor.time, '', '', floor.cpu, ''],
      [OURS.name, ours.time, ratio(ours.time, floor.time), '≤ 1.6 ×', ours.cpu, ratio(ours.cpu, floor.cpu)],
    ],
  };
}
