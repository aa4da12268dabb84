import { isIpv4, isIpv6, isMapped } from '../addresses';
import { attributeOf, known, lacks } from '../facts';
import type { Rule } from '../grammar';
import type { Element } from '../tree';
import { atName, atValue } from './rule';
import { isNetworkAddress } from './networkAddress';

/** What an address has to be in an element of a family. */
function isOfFamily(text: string, family: string): boolean {
  return family === 'ipv6' ? isIpv6(text) : isIpv4(text);
}

const FAMILY_NAMES: Readonly<Record<string, string>> = { ipv4: 'IPv4', ipv6: 'IPv6' };

/** Of an `<ip>` whose family is given, the addresses are of it. */
const ipFamily: Rule = (ip) => {
  const family = known(ip, 'family');
  const name = family === undefined ? undefined : FAMILY_NAMES[family];
  if (family === undefined || name === undefined) return [];
  return ['address', 'peer'].flatMap((attribute) => {
    const text = known(ip, attribute);
    if (text === undefined || isOfFamily(text, family) || isMapped(text)) return [];
    return atValue(ip, attribute, `'${text}' is no ${name} address, and the family of this <ip> is ${family}.`);
  });
};

/** The prefix of an IPv4 address has at most 32 bits, also where it is written as a mapped one and the family says that it is IPv4. */
const ipv4Prefix: Rule = (element) => {
  const prefix = Number(known(element, 'prefix') ?? 0);
  const address = known(element, 'address') ?? '';
  const isOfIpv4 = isIpv4(address) || (isMapped(address) && known(element, 'family') === 'ipv4');
  if (!(prefix > 32) || !isOfIpv4) return [];
  return atValue(element, 'prefix', 'The prefix of an IPv4 address is at most 32.');
};

/** Both ends of a connection are of one family. */
const peer: Rule = (ip) => {
  const [address, other] = [known(ip, 'address'), known(ip, 'peer')];
  if (address === undefined || other === undefined || (isMapped(address) && !lacks(ip, 'family'))) return [];
  const mixed = (isIpv4(address) && isIpv6(other) && !isMapped(other)) || (isIpv6(address) && isIpv4(other));
  return mixed ? atValue(ip, 'peer', `'${other}' and the address '${address}' are of different families.`) : [];
};

export const ipRules = [ipFamily, ipv4Prefix, peer];

/** Prefix and netmask say the same. */
const oneMask: Rule = (route) => {
  const [prefix, netmask] = [attributeOf(route, 'prefix'), attributeOf(route, 'netmask')];
  if (!prefix || !netmask || prefix.sometimes || netmask.sometimes) return [];
  return atName(route, 'netmask', 'A <route> takes prefix or netmask, not both.');
};

/** Whether a route is certainly one of IPv6, or certainly none. */
function isIpv6Route(route: Element): boolean | undefined {
  const family = known(route, 'family');
  if (family !== undefined) return family === 'ipv6';
  return lacks(route, 'family') ? false : undefined;
}

/** Address and gateway are of the family, which is ipv4 where it is not given. */
const routeFamily: Rule = (route) => {
  const ipv6 = isIpv6Route(route);
  if (ipv6 === undefined) return [];
  const family = ipv6 ? 'ipv6' : 'ipv4';
  return ['address', 'gateway'].flatMap((attribute) => {
    const text = known(route, attribute);
    if (text === undefined || isOfFamily(text, family) || !(isIpv4(text) || isIpv6(text))) return [];
    const advice = ipv6 ? '' : " For IPv6 write family='ipv6'.";
    return atValue(route, attribute, `'${text}' is no ${ipv6 ? 'IPv6' : 'IPv4'} address.${advice}`);
  });
};

/** IPv6 knows no netmask. */
const ipv6Netmask: Rule = (route) => {
  const netmask = attributeOf(route, 'netmask');
  if (!netmask || netmask.sometimes || isIpv6Route(route) !== true) return [];
  return atName(route, 'netmask', 'An IPv6 route takes prefix, no netmask.');
};

/** The address of a network has no bits behind its prefix. */
const networkAddress: Rule = (route) => {
  const address = known(route, 'address');
  const prefix = known(route, 'prefix');
  const netmask = known(route, 'netmask');
  const knowsMask = (prefix ?? netmask) !== undefined || (lacks(route, 'prefix') && lacks(route, 'netmask'));
  if (address === undefined || !knowsMask || isNetworkAddress(address, prefix ?? netmask)) return [];
  return atValue(route, 'address', `'${address}' is not the address of a network: bits behind its prefix are set.`);
};

export const routeRules = [oneMask, routeFamily, ipv4Prefix, ipv6Netmask, networkAddress];
