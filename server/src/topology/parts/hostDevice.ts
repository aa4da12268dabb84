import { fact, needed, part } from '../facts';
import type { Fact, Part } from '../topology';
import type { TracedElement } from '../tracedElement';
import { joinValues } from '../tracedValue';
import { pciAddress } from './hostAddress';

/** What makes the part of a host of an interface. */
type Maker = (device: TracedElement) => readonly Part[];

function target(device: TracedElement, label: string): readonly Fact[] {
  return fact(label, device.child('target')?.attribute('dev'));
}

const tap: Maker = (device) => {
  const facts = [...target(device, 'device'), ...fact('script', device.child('script')?.attribute('path'))];
  return part('device', 'Tap device', facts, device.child('target') ?? device.child('script'));
};

const direct: Maker = (device) => {
  const source = device.child('source');
  if (source?.attribute('dev') === undefined && source?.attribute('network')) return [];
  const facts = [needed('device', source?.attribute('dev')), ...target(device, 'macvtap')];
  return part('device', 'Host device', facts, source ?? device);
};

/** A device that the guest gets as its own; on the USB bus it can be named by what it is. */
const handedOn: Maker = (device) => {
  const source = device.child('source');
  const address = source?.child('address');
  const product = [source?.child('vendor')?.attribute('id'), source?.child('product')?.attribute('id')];
  const usb = joinValues(product, ':') ?? joinValues([address?.attribute('bus'), address?.attribute('device')], ':');
  if (source?.child('vendor') ?? (address?.known('type') === 'usb' && usb))
    return part('device', 'USB device', [needed('device', usb)], source);
  return part('device', 'PCI function', [needed('PCI address', pciAddress(address))], address ?? source ?? device);
};

const vhostuser: Maker = (device) => {
  const source = device.child('source');
  const of = (name: string): Fact => needed(name, source?.attribute(name));
  return part('device', 'Socket', [of('path'), of('mode'), of('type'), ...target(device, 'port')], source ?? device);
};

const vdpa: Maker = (device) => {
  const source = device.child('source');
  return part('device', 'vDPA device', [needed('device', source?.attribute('dev'))], source ?? device);
};

/** Frames that go to another machine by a socket of the host. A server can listen at any address. */
const socket: Maker = (device) => {
  const source = device.child('source');
  const address = source?.attribute('address');
  const facts = [
    ...(device.known('type') === 'server' ? fact('address', address) : [needed('address', address)]),
    needed('port', source?.attribute('port')),
  ];
  return part('device', 'Socket', facts, source ?? device);
};

/** Where the type is not known: what there is. */
const any: Maker = (device) => {
  const source = device.child('source');
  const address = source?.child('address');
  const facts = [
    ...fact('device', source?.attribute('dev')),
    ...fact('path', source?.attribute('path')),
    ...fact('mode', source?.attribute('mode')),
    ...fact('PCI address', pciAddress(address)),
    ...target(device, 'target'),
  ];
  return part('device', 'Host device', facts, source ?? device.child('target'));
};

const MAKERS: Readonly<Record<string, Maker>> = {
  bridge: tap,
  ethernet: tap,
  network: tap,
  direct,
  hostdev: handedOn,
  vhostuser,
  vdpa,
  server: socket,
  client: socket,
  mcast: socket,
  udp: socket,
};

/** What of the host the card is made of: a tap device, a device that is handed on, a socket. */
export function hostDeviceParts(device: TracedElement, type: string | undefined): readonly Part[] {
  const maker = type !== undefined && Object.hasOwn(MAKERS, type) ? MAKERS[type] : undefined;
  return (maker ?? any)(device);
}
