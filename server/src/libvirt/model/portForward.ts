import { ipAddress } from '../addresses';
import { attribute, element, repeatable, required } from '../grammar';
import { realPort } from '../numbers';
import { oneOf } from '../valueType';
import { deviceName, yesNo } from '../valueTypes';

const range = repeatable(
  element('range', 'Ports that are forwarded, or are not. It may be there more than once.', {
    attributes: [
      required(attribute('start', realPort, 'The first port on the host.')),
      attribute('end', realPort, 'The last port on the host.'),
      attribute('to', realPort, 'The first port in the guest, where it is another.'),
      attribute('exclude', yesNo, 'Whether these ports are not forwarded.'),
    ],
  }),
);

export const portForward = repeatable(
  element('portForward', 'Ports of the host that lead to the guest. For a user interface that passt serves.', {
    attributes: [
      required(attribute('proto', oneOf('tcp', 'udp'), 'The protocol.')),
      attribute('address', ipAddress, 'The address of the host.'),
      attribute('dev', deviceName, 'The network device of the host.'),
    ],
    children: [range],
  }),
);
