import type { Asked } from '../client/editor';
import { templateScene } from '../documents/template';
import { editCosts } from '../measure';
import { FLOOR, OURS } from '../servers/server';
import { figure, type Section } from '../table';

const ASKED: readonly Asked[] = ['completion', 'hover', 'documentSymbol'];

/** What a request costs that comes right behind an edit, so that nothing can be put off. */
export async function requests(): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const [server, lines] of [
    [FLOOR, 1000],
    [OURS, 1000],
    [OURS, 10_000],
    [OURS, 100_000],
  ] as const) {
    const { asked } = await editCosts(server, templateScene(lines), ASKED);
    const figures = ASKED.map((one) => figure(asked[one]?.p95 ?? NaN));
    rows.push([`${server.name}, ${lines.toLocaleString('en-US')} lines`, ...figures]);
  }
  return {
    title: 'Requests right behind an edit',
    about: 'From the edit of a template to the answer of the request that was sent right behind it, p95 in ms.',
    head: ['server', 'completion', 'hover', 'symbols'],
    rows,
  };
}
