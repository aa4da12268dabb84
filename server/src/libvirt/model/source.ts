import { ipv4Address } from '../addresses';
import { attribute, element, required, type AttributeModel, type ElementModel } from '../grammar';
import { count, long, portNumber } from '../numbers';
import { namedSourceRules } from '../rules/source';
import { reconnectRules } from '../rules/vhostuser';
import { oneOf } from '../valueType';
import { absolutePath, anyText, bridgeName, deviceName, uuid, yesNo } from '../valueTypes';
import { guestIp, guestRoute } from './ip';

const SOURCE = 'What the card is connected to on the host.';

function source(documentation: string, ...attributes: readonly AttributeModel[]): ElementModel {
  return required(element('source', documentation, { attributes }));
}

/** The same for a source that a network or a bridge of libvirt may be named of. */
function namedSource(documentation: string, ...attributes: readonly AttributeModel[]): ElementModel {
  return { ...source(documentation, ...attributes), rules: namedSourceRules };
}

const network = attribute('network', anyText, 'The name of a virtual network of libvirt.');
const networkDetails = [
  attribute('portgroup', deviceName, 'The port group of the network, which sets bandwidth, VLAN and virtual port.'),
  attribute('portid', uuid, 'The port of the network that the card has; libvirt fills it in.'),
];
const bridge = attribute('bridge', bridgeName, 'The bridge on the host, such as br-int.');
const bridgeDetails = [
  attribute(
    'macTableManager',
    oneOf(
      { value: 'kernel', documentation: 'The kernel learns which address is at which port.' },
      { value: 'libvirt', documentation: 'libvirt enters the addresses, and learning is off.' },
    ),
    "Who keeps the bridge's table of addresses.",
  ),
];

export const networkSource = namedSource(
  'The virtual network that the card is connected to.',
  required(network),
  ...networkDetails,
  bridge,
  ...bridgeDetails,
);

export const bridgeSource = namedSource(
  'The bridge that the card is connected to.',
  required(bridge),
  ...bridgeDetails,
  network,
  ...networkDetails,
);

export const directSource = namedSource(
  'The network device of the host that the macvtap device sits on.',
  required(attribute('dev', deviceName, 'The network device of the host, such as eth0.')),
  attribute(
    'mode',
    oneOf(
      { value: 'vepa', documentation: 'All frames go to the switch outside, which sends them back if need be.' },
      { value: 'bridge', documentation: 'Machines on the same device reach each other directly.' },
      {
        value: 'private',
        documentation: 'Machines on the same device do not reach each other, not even by the switch.',
      },
      { value: 'passthrough', documentation: 'One machine has the whole device: for SR-IOV and 802.1Qbh.' },
    ),
    'How machines on the same device reach each other; vepa if it is left out.',
  ),
  network,
  ...networkDetails,
);

export const ethernetSource = element('source', 'Addresses of the host end of the device.', {
  children: [guestIp, guestRoute],
});

export const userSource = element('source', 'The network device of the host that user traffic leaves by.', {
  attributes: [required(attribute('dev', deviceName, 'The network device of the host.'))],
});

export const internalSource = source(
  SOURCE,
  required(attribute('name', deviceName, 'The name of the internal network.')),
);

const address = attribute('address', ipv4Address, 'The IPv4 address.');
const port = attribute('port', portNumber, 'The port.');

/** Of mcast and client interfaces. */
export const peerSource = source('The address and port that frames go to.', required(address), required(port));

export const serverSource = source('The address and port that is listened at.', address, required(port));

export const udpSource: ElementModel = required(
  element('source', 'The address and port that frames are sent to.', {
    attributes: [required(address), required(port)],
    children: [
      required(
        element('local', 'The address and port that frames are sent from.', {
          attributes: [required(address), required(port)],
        }),
      ),
    ],
  }),
);

const reconnect = element('reconnect', 'Whether the client tries again when the connection is lost.', {
  attributes: [
    required(attribute('enabled', yesNo, 'Whether it does.')),
    attribute('timeout', count, 'How many seconds it waits; needed where it is enabled.'),
  ],
});

export const vhostuserSource: ElementModel = required(
  element('source', 'The socket between the machine and the switch in user space.', {
    attributes: [
      required(attribute('type', oneOf('unix'), 'The kind of socket: there is one only.')),
      required(attribute('path', absolutePath, 'The path of the socket.')),
      required(
        attribute(
          'mode',
          oneOf(
            { value: 'server', documentation: 'The machine makes the socket, and the switch connects.' },
            { value: 'client', documentation: 'The switch makes the socket, and the machine connects.' },
          ),
          'Which end of the socket the machine is.',
        ),
      ),
    ],
    children: [reconnect],
    rules: reconnectRules,
  }),
);

export const vdpaSource = source(
  'The vDPA device.',
  required(attribute('dev', deviceName, 'Its path, such as /dev/vhost-vdpa-0.')),
);

export const vdsSource = source(
  'The port of a VMware distributed switch.',
  required(attribute('switchid', uuid, 'The UUID of the switch.')),
  required(attribute('portid', long, 'The number of the port.')),
  required(attribute('portgroupid', anyText, 'The port group.')),
  required(attribute('connectionid', long, 'The number of the connection.')),
);
