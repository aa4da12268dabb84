import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hostConf } from '../documents/workspace';
import { middleType, novaConf, templateFile } from '../documents/template';
import { CLI, medianTime, ran } from '../programs/run';
import { figure, ratio, type Section } from '../table';
import { inFolder } from '../temporary';

const REQUESTS = 20_000;
const PLAIN_LOOP = path.join(__dirname, '../programs/jsonLines.mjs');
const HOSTS = 2000;
/** The validator is asked about so many files, one at a time. */
const VALIDATED = 20;

const JAVASCRIPT = `export default class BenchDriver {
  getVIFConfiguration(instance, network) {
    return { bridge_name: network.bridge, interface_id: network.vif_id, target_device: 'tap' + network.vif_id, queues: '4' };
  }
}
`;

const request = (index: number): string =>
  JSON.stringify({
    instance: {},
    network: { mac_address: '02:16:3e:00:00:01', bridge: `br-${index % 7}`, vif_id: `${index}` },
  });

/** The memory (MB) and the time (s) of a command as GNU time tells them; the interface XML goes to a file. */
function timed(
  args: readonly string[],
  cwd: string,
  output: string,
): { readonly seconds: number; readonly memory: number } {
  const out = openSync(output, 'w');
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%e %M', process.execPath, ...args], {
    ...{ cwd, encoding: 'utf8', stdio: ['ignore', out, 'pipe'] },
  });
  closeSync(out);
  const [seconds = NaN, kilobytes = NaN] =
    (status === 0 ? stderr.trim().split('\n').at(-1) : '')?.split(' ').map(Number) ?? [];
  return { seconds, memory: kilobytes / 1024 };
}

/** One rendering after the other from a file of requests. */
export async function requestsFile(): Promise<Section> {
  const isThere = ran(process.execPath, [CLI, 'render', '--help']).stdout.includes('--requests');
  const head = ['requests', 'a second', 'a plain loop', 'ours is', 'goal', 'memory'];
  const title = '`vif render --requests`';
  const about =
    'A JavaScript driver and one template; the start of the program is part of it. The plain loop does nothing but read each line as JSON and write one, in one Node process. Memory in MB, as GNU time tells it.';
  if (!isThere) return { title, about, head, rows: [['not there yet', '', '', '', '', '']] };
  const files = {
    'bench.vif.xml': templateFile(100),
    'nova.conf': novaConf(middleType(100)),
    'bench_driver.mjs': JAVASCRIPT,
  };
  const rows = await inFolder(files, (folder) =>
    [1000, REQUESTS, 5 * REQUESTS].map((count) => {
      const file = path.join(folder, 'requests.jsonl');
      writeFileSync(file, Array.from({ length: count }, (_, index) => `${request(index)}\n`).join(''));
      const out = path.join(folder, 'out.jsonl');
      const plain = count / timed([PLAIN_LOOP, file], folder, out).seconds;
      const { seconds, memory } = timed([CLI, 'render', '--requests', file], folder, out);
      const ours = count / seconds;
      const goal = count > REQUESTS ? '≥ 0.5 ×' : '';
      return [count.toLocaleString('en-US'), ours, plain, ratio(ours, plain), goal, memory];
    }),
  );
  return { title, about, head, rows };
}

/** The nova.confs of many hosts in one run. */
export async function manyConfs(): Promise<Section> {
  const files = Object.fromEntries(
    Array.from({ length: HOSTS }, (_, index) => [`host-${index}/nova.conf`, hostConf(index)]),
  );
  return inFolder(files, (folder) => {
    const ours = medianTime(process.execPath, [CLI, 'check', folder]) / HOSTS;
    const one = path.join(folder, 'host-0/nova.conf');
    const theirs = medianTime(
      '/usr/bin/oslo-config-validator',
      ['--config-file', one, '--namespace', 'nova.conf'],
      VALIDATED,
    );
    return {
      title: `\`vif check\` of ${HOSTS.toLocaleString('en-US')} nova.confs`,
      about: `In ms for each file. The validator of oslo.config is started for each file; it was asked about ${VALIDATED} of them.`,
      head: ['what', 'ms a file', 'ours is faster', 'goal'],
      rows: [
        ['OpenStack VIF', ours, '', ''],
        [
          "Debian's oslo-config-validator",
          Number.isNaN(theirs) ? 'not on this machine' : figure(theirs),
          ratio(theirs, ours),
          '≥ 5 ×',
        ],
      ],
    };
  });
}
