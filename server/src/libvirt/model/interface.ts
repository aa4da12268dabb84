import { attribute, element, variant, variants, type ElementModel } from '../grammar';
import { hostdevInterfaceRules } from '../rules/hostdev';
import { interfaceRules } from '../rules/interface';
import { yesNo } from '../valueTypes';
import { address } from './address';
import { acpi, alias, backend, backenddomain, boot, guest, mac, model, rom, scripts, target } from './device';
import { hostdevSource } from './hostAddress';
import { driver } from './driver';
import { guestIp, guestRoute } from './ip';
import { portForward } from './portForward';
import * as source from './source';
import { bandwidth, coalesce, filterref, link, mtu, port, teaming, tune, vlan } from './traffic';
import { networkVirtualport, virtualport } from './virtualport';

const types = [
  variant('network', 'A virtual network of libvirt.', { children: [source.networkSource, networkVirtualport] }),
  variant('bridge', 'A bridge of the host, also one of Open vSwitch.', {
    children: [source.bridgeSource, virtualport],
  }),
  variant('ethernet', 'A tap device that someone else connects to the network.', { children: [source.ethernetSource] }),
  variant('direct', 'A macvtap device on a network device of the host: the way of 802.1Qbg and 802.1Qbh.', {
    children: [source.directSource, virtualport],
  }),
  variant('hostdev', 'A network device of the host that the machine gets as its own, such as a virtual function.', {
    attributes: [attribute('managed', yesNo, 'Whether libvirt takes the device from the host and gives it back.')],
    children: [hostdevSource, virtualport],
    rules: hostdevInterfaceRules,
  }),
  variant('vhostuser', 'A socket to a switch in user space, such as Open vSwitch with DPDK.', {
    children: [source.vhostuserSource],
  }),
  variant('vdpa', 'A device that speaks virtio in hardware.', { children: [source.vdpaSource] }),
  variant('user', 'A network in user space: the machine gets out, and nobody gets in.', {
    children: [source.userSource],
  }),
  variant('server', 'A TCP socket that waits for another machine.', { children: [source.serverSource] }),
  variant('client', 'A TCP socket that connects to another machine.', { children: [source.peerSource] }),
  variant('mcast', 'A multicast group: machines with the same one are connected.', { children: [source.peerSource] }),
  variant('udp', 'A pair of UDP sockets.', { children: [source.udpSource] }),
  variant('internal', 'An internal network, as VirtualBox has it.', { children: [source.internalSource] }),
  variant('vds', 'A distributed switch of VMware.', { children: [source.vdsSource] }),
  variant('null', 'Nothing, as VMware has it.'),
];

/** libvirt 9.0's `<interface>`: a network card of a virtual machine. */
export const interfaceModel: ElementModel = element('interface', 'A network card of a virtual machine.', {
  attributes: [attribute('trustGuestRxFilters', yesNo, 'Whether the host follows the filters that the guest sets.')],
  variants: variants('type', 'What the card is connected to.', types),
  children: [
    mac,
    target,
    model,
    driver,
    backend,
    mtu,
    vlan,
    bandwidth,
    filterref,
    link,
    boot,
    alias,
    address,
    guest,
    ...scripts,
    backenddomain,
    guestIp,
    guestRoute,
    portForward,
    tune,
    coalesce,
    rom,
    acpi,
    port,
    teaming,
  ],
  rules: interfaceRules,
});
