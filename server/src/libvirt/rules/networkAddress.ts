import { isIpv4, isIpv6 } from '../addresses';

/** The numbers between the separators, each of so many bits, as one. */
function joined(numbers: readonly number[], bits: bigint): bigint {
  return numbers.reduce((sum, number) => (sum << bits) + BigInt(number), 0n);
}

function ipv4Bits(address: string): bigint {
  return joined(address.split('.').map(Number), 8n);
}

/** An IPv4 address at the end of an IPv6 one, as two groups of hex digits. */
function asGroups(address: string): string {
  const bits = ipv4Bits(address);
  return `${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`;
}

function ipv6Bits(address: string): bigint {
  const at = address.lastIndexOf(':') + 1;
  const last = address.slice(at);
  const plain = last.includes('.') ? address.slice(0, at) + asGroups(last) : address;
  const [head = [], tail = []] = plain.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const zeros = Array<string>(8 - head.length - tail.length).fill('0');
  return joined(
    [...head, ...zeros, ...tail].map((group) => Number.parseInt(group, 16)),
    16n,
  );
}

/** The bits of an address that do not name the network, as ones; `undefined` where the mask is none. */
function hostBits(mask: string, length: number): bigint | undefined {
  if (isIpv4(mask)) return ~ipv4Bits(mask) & 0xffffffffn;
  const bits = length - Number(mask);
  return bits >= 0 ? (1n << BigInt(bits)) - 1n : undefined;
}

/** Whether an address may name a network. `mask` is its prefix or its netmask; libvirt takes 0 where there is none. */
export function isNetworkAddress(address: string, mask = '0'): boolean {
  const ipv6 = isIpv6(address);
  if (!isIpv4(address) && !ipv6) return true;
  const bits = hostBits(mask, ipv6 ? 128 : 32);
  if (bits === undefined) return true;
  return ((ipv6 ? ipv6Bits(address) : ipv4Bits(address)) & bits) === 0n;
}
