import type { Asked } from '../client/editor';
import { templateScene } from '../documents/template';
import { besideFloor } from '../measure';
import { figure, type Section } from '../table';

const ASKED: readonly Asked[] = ['completion', 'hover', 'documentSymbol'];

/** What a request costs that comes right behind an edit, so that nothing can be put off. */
export async function requests(): Promise<Section> {
  const rows: (readonly string[])[] = [];
  for (const lines of [1000, 10_000, 100_000]) {
    const { ours, floor } = await besideFloor(templateScene(lines), ASKED);
    const figures = ASKED.flatMap((one) => [figure(ours.asked[one]?.p95 ?? NaN), figure(floor.asked[one]?.p95 ?? NaN)]);
    rows.push([`${lines.toLocaleString('en-US')} lines`, ...figures]);
  }
  return {
    title: 'Requests right behind an edit',
    about: 'From the edit of a template to the answer of the request that was sent right behind it, p95 in ms.',
    head: ['template of', 'completion', 'floor', 'hover', 'floor', 'symbols', 'floor'],
    rows,
  };
}
