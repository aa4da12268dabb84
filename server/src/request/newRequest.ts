/** What a request is made for. */
export interface RequestNeeds {
  /** The VIF type of the template, where it has one. */
  readonly vifType?: string;
  /** The driver that ships, by its bare name; missing for any other. */
  readonly shippedDriver?: string;
  /** The keys that the template asks for and that may come out of the request's network. */
  readonly keys: readonly string[];
  /** The other names that a Cheetah file asks for; missing for a plain one. */
  readonly names?: readonly string[];
}

type Part = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, Part>>;

/** Nova's own description of a VIF, as NovaVifDriver takes it. */
const NOVA: Parts = {
  instance: {
    flavor: { vcpus: 1, extra_specs: {} },
    image: { hw_vif_model: 'virtio' },
    virt_type: 'kvm',
    conf: {},
    devices: [],
  },
  network: {
    id: '09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f',
    type: '',
    vnic_type: 'normal',
    address: '02:16:3e:5d:00:01',
    devname: 'tap09b11c53-8b',
    details: {},
    profile: {},
    network: { id: 'b82c1929-051e-481d-8110-4669916c7915', bridge: 'br-int', label: 'private', meta: { mtu: 1500 } },
  },
};

/** The forms of the drivers that ship: each takes another one than a driver of one's own. */
const SHIPPED: Readonly<Record<string, Parts>> = {
  NovaVifDriver: NOVA,
  NeutronPortDriver: { instance: NOVA.instance ?? {}, network: { port_id: '', cloud: '' } },
};

/** These keys of a part, each with its value there; an empty text where it has none. */
function pick(part: Part, keys: readonly string[]): Part {
  return Object.fromEntries(keys.map((key) => [key, part[key] ?? '']));
}

/** The parts of the request that ships; none where its text is no object of objects. */
function partsOf(text: string): Parts {
  const { instance = {}, network = {}, mapping = {}, template = {} } = JSON.parse(text) as Record<string, Part>;
  return { instance, network, mapping, template };
}

/**
 * The text of a request with every key that a template and its driver could need: those of the request that ships, with its
 * values, and each further one with an empty text to fill in.
 * @param defaultText the request that ships, in JSON
 */
export function newRequest(defaultText: string, { vifType, shippedDriver, keys, names }: RequestNeeds): string {
  const { template = {}, network: known = {}, ...others } = partsOf(defaultText);
  const own = { instance: others.instance ?? {}, network: known, mapping: others.mapping ?? {} };
  const form = (shippedDriver === undefined ? undefined : SHIPPED[shippedDriver]) ?? own;
  const further = form === own ? pick(known, keys) : {};
  const network = { ...form.network, ...further, ...(vifType !== undefined && { type: vifType }) };
  const request = { ...form, network, ...(names && { template: pick(template, names) }) };
  return `${JSON.stringify(request, undefined, 2)}\n`;
}
