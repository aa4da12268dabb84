import { templateScene } from '../documents/template';
import { startCosts, type StartCosts } from '../measure';
import { ran } from '../programs/run';
import { FLOOR, OURS, under, type Server } from '../servers/server';
import { ratio, type Section } from '../table';

type Row = Section['rows'][number];

/** The floor and our server under a Node.js; its version stands behind their names where it is not the one that runs this. */
function serversUnder(node: string): readonly [Server, Server] {
  const version = node === process.execPath ? '' : `, Node.js ${ran(node, ['--version']).stdout.trim().slice(1)}`;
  return [under(node, FLOOR, version), under(node, OURS, version)];
}

function rows([floor, ours]: readonly [Server, Server], costs: readonly StartCosts[]): readonly Row[] {
  const [of, own] = costs;
  if (!of || !own) throw new Error('Each server has its costs.');
  return [
    [floor.name, of.time, '', '', of.cpu, ''],
    [ours.name, own.time, ratio(own.time, of.time), '≤ 1.6 ×', own.cpu, ratio(own.cpu, of.cpu)],
  ];
}

/** What a user waits for behind opening the first file. `BENCH_NODE` names another Node.js to measure with, too. */
export async function start(): Promise<Section> {
  const scene = templateScene(1000);
  const { BENCH_NODE: other } = process.env;
  const found: Row[] = [];
  for (const node of [process.execPath, ...(other === undefined ? [] : [other])]) {
    const servers = serversUnder(node);
    found.push(...rows(servers, await startCosts(servers.map((server) => [server, scene]))));
  }
  return {
    title: 'Start',
    about:
      'From the start of the process to the first diagnostics of a template of 1,000 lines with its nova.conf and driver, in ms.',
    head: ['server', 'time', 'of the floor', 'goal', 'CPU time', 'of the floor'],
    rows: found,
  };
}
