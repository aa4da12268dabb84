import { templateScene } from '../documents/template';
import { languageScene } from '../documents/peers';
import type { Scene } from '../documents/scene';
import { editCosts, startCosts, type EditCosts } from '../measure';
import { say } from '../progress';
import { findPeers } from '../servers/peers';
import { FLOOR, OURS, type Server } from '../servers/server';
import { figure, ratio, type Section } from '../table';

const SIZES = [1000, 10_000, 100_000] as const;
const ASKED = ['completion', 'hover', 'documentSymbol'] as const;

interface Contestant {
  readonly server: Server;
  readonly scene: (lines: number) => Scene;
  readonly upTo?: number;
}

const OWN: readonly Contestant[] = [FLOOR, OURS].map((server) => ({ server, scene: templateScene }));

async function costsOf({ server, scene, upTo }: Contestant, lines: number): Promise<EditCosts | undefined> {
  if (upTo !== undefined && lines > upTo) return undefined;
  try {
    const [costs] = await editCosts([[server, scene(lines)]], lines === 10_000 ? ASKED : []);
    return costs;
  } catch (error) {
    say(`${server.name}, ${lines} lines: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** The servers beside each other, each with a document of its own language. */
export async function peers(): Promise<Section> {
  const { found, missing } = findPeers();
  const others = found.map(({ language, upTo, ...server }) => ({
    server,
    ...(upTo !== undefined && { upTo }),
    scene: (lines: number) => languageScene(language, lines),
  }));
  const all = [...OWN, ...others];
  const starts = await startCosts(all.map(({ server, scene }) => [server, scene(1000)]));
  const floor = starts[0]?.time ?? NaN;
  const rows: (readonly string[])[] = [];
  for (const [index, contestant] of all.entries()) {
    const costs: (EditCosts | undefined)[] = [];
    for (const lines of SIZES) costs.push(await costsOf(contestant, lines));
    const time = starts[index]?.time ?? NaN;
    const asked = ASKED.map((one) => figure(costs[1]?.asked[one]?.p95 ?? NaN));
    const edits = costs.map((cost) => figure(cost?.edits.p50 ?? NaN));
    const memory = costs.slice(1).map((cost) => figure(cost?.peakMemory ?? NaN));
    rows.push([contestant.server.name, figure(time), ratio(time, floor), ...edits, ...asked, ...memory]);
    say(rows.at(-1)?.join('  ') ?? '');
  }
  for (const name of missing) rows.push([`${name}: not on this machine`, ...Array<string>(10).fill('–')]);
  return {
    title: 'Beside other language servers',
    about:
      'Each with a document of its own language that is as long; from an edit to the diagnostics that it changes, p50, and to the answer of a request right behind it in a document of 10,000 lines, p95, in ms; memory in MB.',
    head: [
      ...['server', 'start', 'of the floor', 'edit, 1,000 lines', '10,000', '100,000'],
      ...['completion', 'hover', 'symbols', 'peak memory, 10,000 lines', '100,000'],
    ],
    rows,
  };
}
