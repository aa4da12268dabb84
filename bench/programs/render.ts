// How many times a second a template with eight placeholders is rendered: as our renderer does it, as a function written for that one template
// (one that promises what we do, and one that only replaces five characters), and as eta does it where it is installed (its folder is the
// argument). Says so as one line of JSON.
import { createRequire } from 'node:module';
import path from 'node:path';
import { CompiledTemplate } from '../../server/src/render/compiledTemplate';
import { escapes } from '../../server/src/render/escape';
import { holdsNotXml } from '../../server/src/template/characters';
import { parseTemplateFile } from '../../server/src/template/parse';
import { median } from '../stats';

type Values = Readonly<Record<'mac' | 'bridge' | 'model' | 'queues' | 'port' | 'mtu' | 'dev' | 'alias', string>>;

const TEXT = `<interface type='bridge'>
  <mac address='\${mac}'/>
  <source bridge='\${bridge}'/>
  <virtualport type='openvswitch'>
    <parameters interfaceid='\${port}'/>
  </virtualport>
  <target dev='\${dev}'/>
  <model type='\${model}'/>
  <driver name='vhost' queues='\${queues}'/>
  <mtu size='\${mtu}'/>
  <alias name='\${alias}'/>
</interface>`;

const COUNT = 20_000;
const TURNS = 31;

const sets: readonly Values[] = Array.from({ length: COUNT }, (_, index) => ({
  mac: `02:16:3e:00:${(index >> 8) & 255}:${index & 255}`,
  bridge: `br-${index % 97}`,
  model: 'virtio',
  queues: String(1 + (index % 8)),
  port: `09b11c53-8b5c-4eeb-8f00-${index}`,
  mtu: String(1400 + (index % 7600)),
  dev: `tap${index}`,
  // Every tenth value has to be escaped.
  alias: index % 10 === 0 ? `ua-<${index}> & more` : `ua-${index}`,
}));

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const FIVE = /[&<>"']/;
const SPECIAL = escapes['single-quoted'].special;

/** As eta does it: what XML cannot hold gets through, and a line end or a tab is read as a blank. */
function escapeFive(value: string): string {
  return FIVE.test(value) ? value.replace(/[&<>"']/g, (found) => ESCAPES[found] ?? found) : value;
}

/** So that an XML parser reads exactly the value; what XML cannot hold is refused. */
function escape(value: string): string {
  if (!SPECIAL.test(value)) return value;
  if (holdsNotXml(value)) throw new Error('XML cannot hold this value.');
  return value.replace(/[&<>\r\t\n']/g, (found) => ESCAPES[found] ?? `&#${found.charCodeAt(0)};`);
}

function byHand({ mac, bridge, port, dev, model, queues, mtu, alias }: Values): string {
  return `<interface type='bridge'>
  <mac address='${escape(mac)}'/>
  <source bridge='${escape(bridge)}'/>
  <virtualport type='openvswitch'>
    <parameters interfaceid='${escape(port)}'/>
  </virtualport>
  <target dev='${escape(dev)}'/>
  <model type='${escape(model)}'/>
  <driver name='vhost' queues='${escape(queues)}'/>
  <mtu size='${escape(mtu)}'/>
  <alias name='${escape(alias)}'/>
</interface>`;
}

/** The same once more, as one writes it by hand: a function that is given the escaping calls it in more steps, and would be no fair yardstick. */
function byHandFive({ mac, bridge, port, dev, model, queues, mtu, alias }: Values): string {
  return `<interface type='bridge'>
  <mac address='${escapeFive(mac)}'/>
  <source bridge='${escapeFive(bridge)}'/>
  <virtualport type='openvswitch'>
    <parameters interfaceid='${escapeFive(port)}'/>
  </virtualport>
  <target dev='${escapeFive(dev)}'/>
  <model type='${escapeFive(model)}'/>
  <driver name='vhost' queues='${escapeFive(queues)}'/>
  <mtu size='${escapeFive(mtu)}'/>
  <alias name='${escapeFive(alias)}'/>
</interface>`;
}

/** A renderer that has all that it needs: renders everything once, and gives the time (ms). */
type Round = () => number;

/** What is rendered is written to a buffer, so that nothing of the work can be put off. */
function roundOf<Input>(inputs: readonly Input[], render: (input: Input) => string): Round {
  const buffer = Buffer.alloc(4096);
  return () => {
    const started = performance.now();
    for (const input of inputs) buffer.write(render(input));
    return performance.now() - started;
  };
}

function ours(): Round {
  const file = parseTemplateFile(TEXT, { uri: 'file:///bench.vif.xml', vifType: 'bench' });
  const [template] = file.templates;
  if (!template) throw new Error('The template has no template.');
  const compiled = new CompiledTemplate(TEXT, template);
  return roundOf(sets, (set: Readonly<Record<string, string>>) => compiled.fill((key) => set[key]) ?? '');
}

interface Eta {
  compile(text: string): unknown;
  render(template: unknown, values: object): string;
}

function eta(folder: string | undefined): Round {
  if (folder === undefined) return () => NaN;
  const { Eta } = createRequire(path.join(folder, 'package.json'))('eta') as { Eta: new (options: object) => Eta };
  const engine = new Eta({ autoEscape: true });
  const template = engine.compile(TEXT.replace(/\$\{(\w+)\}/g, '<%= it.$1 %>'));
  return roundOf(sets, (set) => engine.render(template, set));
}

/** Renderings a second of each, measured by turns. */
function perSecond(rounds: Readonly<Record<string, Round>>): Readonly<Record<string, number>> {
  const times = new Map(Object.keys(rounds).map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < TURNS; turn++)
    for (const [name, round] of Object.entries(rounds)) times.get(name)?.push(round());
  return Object.fromEntries([...times].map(([name, each]) => [name, (COUNT / median(each)) * 1000]));
}

const rounds = {
  ...{ byHand: roundOf(sets, byHand), byHandFive: roundOf(sets, byHandFive) },
  ...{ ours: ours(), eta: eta(process.argv[2]) },
};
process.stdout.write(`${JSON.stringify(perSecond(rounds))}\n`);
