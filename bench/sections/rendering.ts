import path from 'node:path';
import { figures } from '../programs/run';
import { bundled } from '../programs/bundled';
import { packageFolder } from '../servers/peers';
import { ratio, type Section } from '../table';

/** How fast a template is filled that has been read before. */
export async function rendering(): Promise<Section> {
  const eta = packageFolder('eta');
  const inNode = await bundled('bench/programs/render.ts', (program) =>
    figures(process.execPath, [program, ...(eta === undefined ? [] : [eta])]),
  );
  const inPython = figures('/usr/bin/python3', [path.join(__dirname, '../programs/cheetah.py')]);
  const { ours = NaN, byHand = NaN, byHandFive = NaN, eta: etas = NaN } = inNode ?? {};
  const { cheetah = NaN } = inPython ?? {};
  const row = (name: string, rate: number, goal = ''): Section['rows'][number] => [name, rate, ratio(ours, rate), goal];
  return {
    title: 'Rendering',
    about: 'A template of eight placeholders, each value escaped, rendered warm: renderings a second.',
    head: ['renderer', 'a second', 'ours is', 'goal'],
    rows: [
      row('OpenStack VIF', ours),
      row('a function written for this template, with the same promises', byHand, '≥ 0.9 ×'),
      row('the same, which lets through what XML cannot hold', byHandFive),
      row('eta, compiled', etas, '≥ 1 ×'),
      row("Debian's Cheetah, compiled once", cheetah, '≥ 15 ×'),
    ],
  };
}
