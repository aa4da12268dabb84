import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { copyExample } from '../protocol/workspaceFolder';
import { CLI, vif, vifWith } from './vif';

/** A driver that answers with what it is handed, and counts the requests that its process has served. */
const ECHO = `let served = 0;
export default class Echo {
  static outputKeys = ['device', 'profile', 'served'];
  getVIFConfiguration(instance, network) {
    served += 1;
    if (network.fail) throw new TypeError('no such network');
    if (network.end) process.exit(3);
    return { device: network.device, profile: network.profile, served };
  }
}
`;
/** The same in Python, each request in a process of its own. */
const PYTHON = `class Echo:
    output_keys = ['device', 'profile']
    def getVIFConfiguration(self, instance, network):
        return network
`;
const CONF = '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = echo.Echo\n';
const TEMPLATE = "<interface type='direct'><source dev=${device}/><!-- ${profile} --></interface>\n";

interface Answer {
  readonly xml?: string;
  readonly warnings?: readonly string[];
  readonly error?: string;
}

function request(device: unknown, more: object = {}): string {
  return JSON.stringify({ instance: {}, network: { device, profile: 'p', ...more } });
}

function xmlOf(device: string): string {
  return `<interface type='direct'><source dev='${device}'/><!-- p --></interface>`;
}

function answersIn(stdout: string): readonly Answer[] {
  const lines = stdout.split('\n');
  equal(lines.pop(), '');
  return lines.map((line) => JSON.parse(line) as Answer);
}

describe('vif render --requests', () => {
  const { folder, dispose } = copyExample('802.1Qbh');
  const write = (name: string, text: string | Buffer): void => {
    writeFileSync(path.join(folder, name), text);
  };
  before(() => {
    write('nova.conf', CONF);
    write('802.1Qbh.vif.xml', TEMPLATE);
    write('echo.mjs', ECHO);
    write('python.py', PYTHON);
  });
  after(dispose);

  it('writes an answer a line, in the order of the requests', () => {
    write('requests.jsonl', ['eth1', 'eth2', 'eth3'].map((device) => request(device)).join('\n'));
    const { code, stdout, stderr } = vif(folder, 'render', '--requests', 'requests.jsonl');
    deepEqual(
      answersIn(stdout),
      ['eth1', 'eth2', 'eth3'].map((device) => ({ xml: xmlOf(device) })),
    );
    deepEqual([code, stderr], [0, '3 requests: 3 rendered, 0 failed.\n']);
  });

  it('renders what a rendering of that request alone gives', () => {
    write('one.json', request("<eth'1&>"));
    write('one.jsonl', request("<eth'1&>"));
    const alone = vif(folder, 'render', '--request', 'one.json').stdout;
    const [answer] = answersIn(vif(folder, 'render', '--requests', 'one.jsonl').stdout);
    equal(`${answer?.xml ?? ''}\n`, alone);
  });

  const BAD: readonly (readonly [what: string, line: string | Buffer, error: RegExp])[] = [
    ['no JSON', '{"instance": }', /^stdin:2: column 14: This is no JSON: value expected\.$/],
    ['JSON of another shape', '[1]', /^stdin:2: column 1: A request is an object: /],
    ['a part of another shape', '{"network": 5}', /^stdin:2: column 13: "network" must be an object\.$/],
    ['nested without end', '['.repeat(10_000), /^stdin:2: column 501: This JSON is nested too deeply\.$/],
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), /^stdin:2: This line is no UTF-8\.$/],
    ['longer than 16 MB', request('x'.repeat(17 << 20)), /^stdin:2: This line is longer than 16 MB\.$/],
    [
      'refused by the driver',
      request('x', { fail: true }),
      /^stdin:2: The driver echo\.Echo failed: TypeError: no such/,
    ],
    ['the end of its process', request('x', { end: true }), /^stdin:2: .*ended/],
    ['a list for a value', request(['eth1']), /^stdin:2: echo\.Echo returned a value of the type Array for /],
    ['a value that XML cannot hold', request('\0'), /^stdin:2: 802\.1Qbh\.vif\.xml:1: The value of 'device' cannot be/],
  ];
  for (const [what, line, error] of BAD)
    it(`a line that is bad (${what}) is an error in its place, and costs no other`, () => {
      const input = [request('eth1'), '\n', line, '\n', request('eth3')].map((part) => Buffer.from(part as string));
      const { code, stdout, stderr } = vifWith(folder, Buffer.concat(input), 'render', '--requests', '-');
      const [first, second, third, ...more] = answersIn(stdout);
      deepEqual([first, third, more], [{ xml: xmlOf('eth1') }, { xml: xmlOf('eth3') }, []]);
      deepEqual(Object.keys(second ?? {}), ['error']);
      match(second?.error ?? '', error);
      equal(code, 1);
      match(stderr, /^3 requests: 2 rendered, 1 failed\.$/m);
    });

  const SAME: readonly (readonly [what: string, text: string])[] = [
    ['a last line with an end', `${request('eth1')}\n${request('eth2')}\n`],
    ['carriage returns', `${request('eth1')}\r\n${request('eth2')}\r\n`],
    ['a byte order mark', `\uFEFF${request('eth1')}\n${request('eth2')}`],
    ['blanks around them', `  ${request('eth1')}\t\n\t${request('eth2')} `],
    ['empty lines', `\n\n${request('eth1')}\n \t\r\n\r\n${request('eth2')}\n\n`],
  ];
  for (const driver of ['echo.Echo', 'python.Echo'])
    for (const [what, text] of SAME)
      it(`reads requests with ${what}, for ${driver}`, () => {
        const { code, stdout } = vifWith(folder, text, 'render', '--driver', driver, '--requests', '-');
        deepEqual([code, answersIn(stdout)], [0, [{ xml: xmlOf('eth1') }, { xml: xmlOf('eth2') }]]);
      });

  it('a line ends with a newline alone: what JSON may hold within a string ends none', () => {
    const { stdout } = vifWith(folder, request('a\u2028b\u2029c\u0085d'), 'render', '--requests', '-');
    deepEqual(answersIn(stdout), [{ xml: xmlOf('a\u2028b\u2029c\u0085d') }]);
  });

  it('renders a request of a megabyte', () => {
    const device = 'x'.repeat(1 << 20);
    const { stdout } = vifWith(folder, request(device), 'render', '--requests', '-');
    deepEqual(answersIn(stdout), [{ xml: xmlOf(device) }]);
  });

  it('no request gives no answer', () => {
    deepEqual(vifWith(folder, '', 'render', '--requests', '-'), {
      code: 0,
      stdout: '',
      stderr: '0 requests: 0 rendered, 0 failed.\n',
    });
  });

  it('warns of what nothing fills in the answer, and with --strict fails', () => {
    const text = request(null);
    const { code, stdout, stderr } = vifWith(folder, text, 'render', '--requests', '-');
    const message = "802.1Qbh.vif.xml:1: nothing fills 'device'; it stays as it is written.";
    const xml = "<interface type='direct'><source dev=${device}/><!-- p --></interface>";
    deepEqual([code, answersIn(stdout)], [0, [{ xml, warnings: [message] }]]);
    equal(stderr, '1 request: 1 rendered, 1 with warnings, 0 failed.\n');
    const strict = vifWith(folder, text, 'render', '--strict', '--requests', '-');
    deepEqual([strict.code, answersIn(strict.stdout)], [1, [{ error: `stdin:1: ${message}` }]]);
  });

  it('with --validate, what libvirt rejects fails', () => {
    write('virtio.vif.xml', "<interface type='bridge'><source bridge='br0'/><mac address=${device}/></interface>\n");
    const args = ['render', '--template', 'virtio.vif.xml', '--vif-type', 'virtio', '--requests', '-'];
    const text = `${request('02:16:3e:5d:00:01')}\n${request('nonsense')}\n`;
    equal(vifWith(folder, text, ...args).code, 0);
    const { code, stdout } = vifWith(folder, text, ...args, '--validate');
    const [good, bad] = answersIn(stdout);
    equal(code, 1);
    ok(good?.xml);
    match(bad?.error ?? '', /^stdin:2: virtio\.vif\.xml:1: libvirt rejects what is rendered: /);
  });

  it('each request may name its own VIF type where nova.conf leaves it open', () => {
    write('nova.conf', '[DEFAULT]\nlibvirt_vif_driver = echo.Echo\n');
    write(
      'types.vif.xml',
      `<vif-templates>${['a', 'b'].map((type) => `<template vif-type="${type}"><interface type="${type}"><x y=\${device}/></interface></template>`).join('')}</vif-templates>`,
    );
    const text = ['b', 'a', 'c', 'b'].map((type) => request('eth0', { type })).join('\n');
    const { stdout } = vifWith(folder, text, 'render', '--template', 'types.vif.xml', '--requests', '-');
    write('nova.conf', CONF);
    const rendered = (type: string): Answer => ({ xml: `<interface type="${type}"><x y='eth0'/></interface>` });
    const [first, second, third, fourth] = answersIn(stdout);
    deepEqual([first, second, fourth], [rendered('b'), rendered('a'), rendered('b')]);
    match(third?.error ?? '', /^stdin:3: types\.vif\.xml has no template for the VIF type 'c'/);
  });

  it('gives an answer before the next request comes', async () => {
    const child = spawn(process.execPath, [CLI, 'render', '--requests', '-'], { cwd: folder });
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    for (const device of ['eth1', 'eth2']) {
      child.stdin.write(`${request(device)}\n`);
      const { value } = (await lines.next()) as { value: string };
      deepEqual(JSON.parse(value), { xml: xmlOf(device) });
    }
    child.stdin.end();
    deepEqual(await once(child, 'close'), [0, null]);
  });

  it('writes the answers to the file of --output, once they are all there', () => {
    write('answers.jsonl', 'old\n');
    const { code, stdout } = vifWith(folder, request('eth1'), 'render', '--requests', '-', '--output', 'answers.jsonl');
    deepEqual([code, stdout], [0, '']);
    deepEqual(answersIn(readFileSync(path.join(folder, 'answers.jsonl'), 'utf8')), [{ xml: xmlOf('eth1') }]);
  });

  it('leaves the file of --output as it was, and nothing beside it, when it is interrupted', async () => {
    write('answers.jsonl', 'old\n');
    const names = readdirSync(folder);
    const args = [CLI, 'render', '--requests', '-', '--output', 'answers.jsonl'];
    const child = spawn(process.execPath, args, { cwd: folder });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.stdin.write(`${request('eth1')}\n`);
    while (readdirSync(folder).length === names.length) await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGTERM');
    deepEqual(await once(child, 'close'), [1, null]);
    match(said, /^vif: Interrupted: not all requests were rendered\.$/m);
    equal(readFileSync(path.join(folder, 'answers.jsonl'), 'utf8'), 'old\n');
    deepEqual(readdirSync(folder), names);
  });

  it('runs a JavaScript driver in one process for all requests, and in another after one that ends it', () => {
    write('count.vif.xml', '<interface><source dev=${served}/></interface>\n');
    const text = [request('a'), request('b'), request('c', { end: true }), request('d')].join('\n');
    const args = ['--template', 'count.vif.xml', '--vif-type', 'count', '--requests', '-'];
    const answers = answersIn(vifWith(folder, text, 'render', ...args).stdout);
    deepEqual(
      answers.map(({ xml }) => /dev='(\d+)'/.exec(xml ?? '')?.[1]),
      ['1', '2', undefined, '1'],
    );
  });

  it('needs no more memory for very many requests than for many', function () {
    this.timeout(120_000);
    const lines = `${request('eth1')}\n`.repeat(1000);
    const heap = (times: number): number => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ['--max-old-space-size=64', '--require', './heap.cjs', CLI, 'render', '--requests', '-'],
        { cwd: folder, input: lines.repeat(times), encoding: 'utf8', maxBuffer: 1 << 30 },
      );
      deepEqual([status, stdout.split('\n').length], [0, 1000 * times + 1]);
      return Number(/most: (\d+)/.exec(stderr)?.[1]);
    };
    // Sampled after a collection, so that it counts what is held, not what lies about.
    write(
      'heap.cjs',
      `const { setFlagsFromString } = require('node:v8');
setFlagsFromString('--expose-gc');
const collect = require('node:vm').runInNewContext('gc');
let most = 0;
setInterval(() => { collect(); most = Math.max(most, process.memoryUsage().heapUsed); }, 50).unref();
process.on('exit', () => process.stderr.write('most: ' + most + '\\n'));
`,
    );
    const [few, many] = [heap(1), heap(8)];
    ok(many < few * 1.5 + (8 << 20), `${few} bytes for 1,000 requests, ${many} for 8,000`);
  });

  const REFUSED: readonly (readonly [args: readonly string[], said: RegExp])[] = [
    [['--requests', 'no.jsonl'], /no\.jsonl: there is no such file/],
    [['--requests', '.'], /\. is a folder, no file of requests/],
    [['--requests', '-', '--request', 'one.json'], /cannot be used with/],
    [['--requests', '-', '--topology', 'x.svg'], /cannot be used with/],
    [['--requests', '-', '--output', 'no/such/folder'], /ENOENT/],
  ];
  for (const [args, said] of REFUSED)
    it(`${args.join(' ')} cannot be run`, () => {
      const { code, stdout, stderr } = vif(folder, 'render', ...args);
      deepEqual([code, stdout], [2, '']);
      match(stderr, said);
    });
});

describe('vif render --requests, with other templates and drivers', () => {
  const EXAMPLES = path.join(__dirname, '../../examples');

  for (const example of ['cheetah', 'bridge', 'nova'])
    it(`the example ${example}: each answer is what a rendering of that request alone gives`, () => {
      const folder = path.join(EXAMPLES, example);
      const line = JSON.stringify(JSON.parse(readFileSync(path.join(folder, 'vif-request.json'), 'utf8')));
      const alone = vif(folder, 'render').stdout;
      const { code, stdout } = vifWith(folder, `${line}\n${line}\n`, 'render', '--requests', '-');
      const answers = answersIn(stdout).map(({ xml, ...rest }) => ({ xml: xml?.trimEnd(), ...rest }));
      deepEqual([code, answers], [0, Array.from({ length: 2 }, () => ({ xml: alone.trimEnd() }))]);
    });
});
