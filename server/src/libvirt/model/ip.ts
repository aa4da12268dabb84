import { ipAddress, ipPrefix, ipv4Address } from '../addresses';
import { attribute, element, repeatable, required } from '../grammar';
import { positive } from '../numbers';
import { ipRules, routeRules } from '../rules/ip';
import { oneOf } from '../valueType';

const family = attribute('family', oneOf('ipv4', 'ipv6'), 'The family of the addresses: ipv4 if it is left out.');

export const guestIp = repeatable(
  element('ip', 'An IP address of the device. It may be there more than once.', {
    attributes: [
      required(attribute('address', ipAddress, 'The address.')),
      family,
      attribute('prefix', ipPrefix, 'How many bits of the address name the network.'),
      attribute('peer', ipAddress, 'The address at the other end of a connection between two points.'),
    ],
    rules: ipRules,
  }),
);

export const guestRoute = repeatable(
  element('route', 'A route of the device. It may be there more than once.', {
    attributes: [
      family,
      required(attribute('address', ipAddress, 'The address of the network that the route leads to.')),
      attribute('netmask', ipv4Address, 'Which bits of the address name the network; or give prefix.'),
      attribute('prefix', ipPrefix, 'How many bits of the address name the network; or give netmask.'),
      required(attribute('gateway', ipAddress, 'The address of the gateway.')),
      attribute('metric', positive, 'How costly the route is.'),
    ],
    rules: routeRules,
  }),
);
