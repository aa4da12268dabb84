import { driverScene, manyTemplatesScene } from '../documents/driver';
import { confScene, selectionScene } from '../documents/novaConf';
import type { Scene } from '../documents/scene';
import { placeholderScene, templateScene } from '../documents/template';
import { besideFloor } from '../measure';
import { say } from '../progress';
import { figure, ratio, type Section } from '../table';

const SIZES = [1000, 10_000, 100_000] as const;
/** How many times the floor an edit in a file of each size may take. */
const GOALS: Readonly<Record<number, number>> = { 1000: 5, 10_000: 6, 100_000: 10 };

const size = (lines: number): string => `${lines.toLocaleString('en-US')} lines`;

const SCENES: readonly (readonly [string, Scene])[] = [
  ...SIZES.map((lines) => [`an end tag, template of ${size(lines)}`, templateScene(lines)] as const),
  ...SIZES.map((lines) => [`a placeholder, template of ${size(lines)}`, placeholderScene(lines)] as const),
  ...SIZES.map((lines) => [`the driver of a template of ${size(lines)}`, driverScene(lines)] as const),
  ...SIZES.map((lines) => [`a driver's name, nova.conf of ${size(lines)}`, confScene(lines)] as const),
  ['the same, seen in a template of 100,000 lines', selectionScene(100_000, 100_000)],
];

const HEAD = [
  ...['edit of', 'p50', 'p95', 'floor', 'p50 of the floor', 'goal', 'p95 of p50'],
  ...['CPU time', 'of the floor', 'peak memory', 'of the floor'],
];

async function row(name: string, scene: Scene, goal?: number): Promise<readonly string[]> {
  const { ours, floor } = await besideFloor(scene);
  const { p50, p95 } = ours.edits;
  const cells = [
    ...[name, figure(p50), figure(p95), figure(floor.edits.p50), ratio(p50, floor.edits.p50)],
    ...[goal === undefined ? '' : `≤ ${goal} ×`, ratio(p95, p50), figure(ours.cpu), ratio(ours.cpu, floor.cpu)],
    ...[figure(ours.peakMemory), ratio(ours.peakMemory, floor.peakMemory)],
  ];
  say(cells.join('  '));
  return cells;
}

/** What an edit costs until the diagnostics have changed. */
export async function edits(): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const [name, scene] of SCENES) rows.push(await row(name, scene, GOALS[scene.lines]));
  return {
    title: 'Edit to diagnostics',
    about:
      'One character put in and taken out again in the middle of the file, until the diagnostics have changed, in ms; memory in MB. The floor makes the same edits by turns. Memory of 10,000 lines shall be at most 1.6 × that of the floor.',
    head: HEAD,
    rows,
  };
}

/** What an edit of a driver costs that many template files hang on. */
export async function sharedDriver(): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const count of [1, 50, 500]) rows.push(await row(`${count} template files`, manyTemplatesScene(count)));
  return {
    title: 'A driver that many templates hang on',
    about:
      'An edit of the driver spoils a placeholder in each template file of 100 lines; the time (ms) until the one that is open says so.',
    head: HEAD,
    rows,
  };
}
