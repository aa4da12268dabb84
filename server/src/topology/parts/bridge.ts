import { fact, needed, part } from '../facts';
import type { Fact, Part } from '../topology';
import type { TracedElement } from '../tracedElement';
import { joinValues } from '../tracedValue';

/** The kinds of port that a switch outside of the host has; all others are those of one inside. */
const OUTSIDE: ReadonlySet<string> = new Set(['802.1Qbg', '802.1Qbh']);

/** What a port needs; libvirt makes up the rest. A network of libvirt may say all of it, so that an interface needs nothing. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  '802.1Qbg': ['managerid', 'typeid', 'typeidversion'],
  '802.1Qbh': ['profileid'],
  midonet: ['interfaceid'],
};

const PARAMETERS: readonly (readonly [attribute: string, label: string])[] = [
  ['profileid', 'profile'],
  ['interfaceid', 'interface id'],
  ['managerid', 'manager'],
  ['typeid', 'VSI type'],
  ['typeidversion', 'version'],
  ['instanceid', 'instance'],
];

/** The bridge or the network that the card is plugged into, with its port in it, and the port of a switch outside of the host. */
export function bridgeParts(device: TracedElement, type: string | undefined): readonly Part[] {
  const virtualport = device.child('virtualport');
  const isOutside = OUTSIDE.has(virtualport?.known('type') ?? '');
  const port = virtualport ? portFacts(virtualport, type) : [];
  const [name, facts] = pluggedInto(device, type);
  if (isOutside)
    return [
      ...part('bridge', name, facts, device.child('source')),
      ...part('switch', 'Switch port', port, virtualport),
    ];
  const source = facts.length > 0 ? (device.child('source') ?? device) : virtualport;
  return part('bridge', facts.length > 0 ? name : 'Virtual port', [...facts, ...port], source);
}

function pluggedInto(device: TracedElement, type: string | undefined): readonly [string, readonly Fact[]] {
  const source = device.child('source');
  const bridge = source?.attribute('bridge');
  const network = source?.attribute('network');
  switch (type) {
    case 'bridge':
      return ['Bridge', [needed('bridge', bridge)]];
    case 'network':
      return ['libvirt network', [needed('network', network), ...fact('port group', source?.attribute('portgroup'))]];
    case 'internal':
      return ['Internal network', [needed('network', source?.attribute('name'))]];
    case 'vds':
      return ['Distributed switch', distributed(source)];
    default:
      return bridge ? ['Bridge', fact('bridge', bridge)] : ['libvirt network', fact('network', network)];
  }
}

function distributed(source: TracedElement | undefined): readonly Fact[] {
  const of = (label: string, name: string): Fact => needed(label, source?.attribute(name));
  return [of('switch', 'switchid'), of('port', 'portid'), of('port group', 'portgroupid'), of('link', 'connectionid')];
}

/** What the switch is told of the port; what it needs comes first. */
function portFacts(virtualport: TracedElement, interfaceType: string | undefined): readonly Fact[] {
  const isPartial = interfaceType === 'network';
  const kind = virtualport.known('type') ?? '';
  const wanted = !isPartial && Object.hasOwn(NEEDED, kind) ? (NEEDED[kind] ?? []) : [];
  const valueOf = (name: string) =>
    joinValues(
      virtualport.children('parameters').map((each) => each.attribute(name)),
      ' ',
    );
  const parameters = PARAMETERS.flatMap(([name, label]) =>
    wanted.includes(name) ? [needed(label, valueOf(name))] : fact(label, valueOf(name)),
  );
  const type = virtualport.attribute('type');
  const types = isPartial ? fact('port', type) : [needed('port', type)];
  return wanted.includes('profileid') ? [...parameters, ...types] : [...types, ...parameters];
}
