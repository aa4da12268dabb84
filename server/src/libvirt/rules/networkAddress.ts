import { isIpv4, isIpv6 } from '../addresses';

/** The bits of an IPv4 address, as a number. */
function bitsOf(address: string): number {
  return address.split('.').reduce((bits, byte) => bits * 256 + Number(byte), 0);
}

/** How many bits of an IPv4 address name the network: as a prefix or a netmask says, else as its class does. */
function lengthOf(address: string, mask: string | undefined): number | undefined {
  if (mask === undefined) return defaultLength(address);
  if (!isIpv4(mask)) return Number(mask);
  const zeros = /^1*(0*)$/.exec(bitsOf(mask).toString(2).padStart(32, '0'))?.[1];
  return zeros === undefined ? undefined : 32 - zeros.length;
}

/** The prefix that libvirt takes where none is given. */
function defaultLength(address: string): number {
  if (bitsOf(address) === 0) return 0;
  const first = Number(address.split('.')[0]);
  if (first < 128) return 8;
  if (first < 192) return 16;
  return first < 224 ? 24 : 4;
}

/** Whether an address may name a network of that mask. What is no IPv4 address, or has no proper mask, may. */
export function isNetworkAddress(address: string, mask: string | undefined): boolean {
  if (!isIpv4(address) || isIpv6(address)) return true;
  const length = lengthOf(address, mask);
  if (length === undefined || !(length >= 0 && length <= 32)) return true;
  return bitsOf(address) % 2 ** (32 - length) === 0;
}
