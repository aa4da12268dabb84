import { attribute, element, optionalVariants, required, variant, type AttributeModel, type Variant } from '../grammar';
import { positive } from '../numbers';
import { oneOf } from '../valueType';
import { onOff } from '../valueTypes';

function switches(documentation: Readonly<Record<string, string>>): readonly AttributeModel[] {
  return Object.entries(documentation).map(([name, text]) => attribute(name, onOff, text));
}

const OFFLOADS = {
  csum: 'Checksums that the other side computes.',
  tso4: 'Cutting TCP over IPv4 into segments.',
  tso6: 'Cutting TCP over IPv6 into segments.',
  ecn: 'Congestion notification in TCP.',
  ufo: 'Cutting UDP into fragments.',
};

const host = element('host', 'What the host offers to do for the guest: each on or off.', {
  attributes: [
    ...switches(OFFLOADS),
    ...switches({ gso: 'Cutting into segments as late as can be.', mrg_rxbuf: 'Receive buffers that are merged.' }),
  ],
});

const guest = element('guest', 'What the guest offers to do: each on or off.', { attributes: switches(OFFLOADS) });

/** A number of entries or queues of a virtio card. */
function size(name: string, documentation: string): AttributeModel {
  return attribute(name, positive, documentation);
}

const virtioOptions = switches({
  iommu: 'Whether the card uses an emulated IOMMU. Only for virtio.',
  ats: 'Whether the card supports address translation services. Only for virtio.',
  packed: 'Whether the card uses packed queues. Only for virtio.',
  page_per_vq: 'Whether each queue has a page of its own for notifications. Only for virtio.',
});

/** How a queue is served: of no use for a device that is given away. */
const queues: readonly AttributeModel[] = [
  size('queues', 'How many pairs of queues the card has, so that as many processors can serve it.'),
  size('rx_queue_size', 'How many entries the receive queue has.'),
  size('tx_queue_size', 'How many entries the send queue has. For vhostuser.'),
  attribute(
    'txmode',
    oneOf(
      { value: 'iothread', documentation: 'Frames are sent by a thread.' },
      { value: 'timer', documentation: 'Frames are sent when a timer ends.' },
    ),
    'How frames are sent where the queue is full.',
  ),
  ...switches({
    ioeventfd: 'Whether the guest goes on while the host handles its frames.',
    event_idx: 'Whether guest and host tell each other how many notifications they want.',
  }),
];

const names: readonly Variant[] = [
  variant('qemu', 'The emulator moves the frames itself. For virtio.', { attributes: queues }),
  variant('vhost', 'The kernel moves the frames, where it can. For virtio.', { attributes: queues }),
  variant('vfio', 'The device is given away by VFIO. For hostdev.'),
  variant('kvm', 'The device is given away by old KVM. For hostdev.'),
  variant('xen', 'The device is given away by Xen. For hostdev.'),
];

export const driver = element('driver', 'How the host moves the frames of the card. For virtio and hostdev.', {
  variants: optionalVariants('name', 'Who moves the frames.', names, { attributes: queues }),
  attributes: [
    ...switches({
      rss: 'Whether the card spreads what it receives over its queues. Only for virtio.',
      rss_hash_report: 'Whether the card tells the hash that it spreads by. Only for virtio.',
    }),
    ...virtioOptions,
  ],
  children: [host, guest],
});

/** Of a `<hostdev>`. */
export const hostdevDriver = element('driver', 'How the device is given to the machine.', {
  attributes: [required(attribute('name', oneOf('kvm', 'vfio', 'xen'), 'By what it is given.'))],
});
