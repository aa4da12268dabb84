import { lacks } from '../facts';
import type { Rule } from '../grammar';
import { missing } from './rule';

/** A channel address is whole or left to libvirt. */
const whole: Rule = (address) => {
  const names = ['cssid', 'ssid', 'devno'];
  const absent = names.filter((name) => lacks(address, name));
  const present = address.attributes.filter(({ name, sometimes }) => names.includes(name) && !sometimes);
  const [first] = absent;
  if (first === undefined || present.length === 0) return [];
  return missing(address, `<address type='ccw'> needs cssid, ssid and devno together; '${first}' is missing.`);
};

export const ccwRules = [whole];
