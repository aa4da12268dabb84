/** Python's `$` lets one line feed follow, and its letters of any case include four beyond ASCII. */
const LABEL = /^(?!-)[A-Za-z0-9\u0130\u0131\u017f\u212a-]{1,63}(?<!-)\n?$/;
const LABEL_OR_UNDERSCORES = /^(?!-)[A-Za-z0-9_\u0130\u0131\u017f\u212a-]{1,63}(?<!-)\n?$/;

const LONGEST_NAME = 253;

/** Whether `text` is an IPv4 address: four numbers from 0 to 255, without leading zeros. */
export function isIpv4(text: string): boolean {
  const bytes = text.split('.');
  return bytes.length === 4 && bytes.every((byte) => /^(?:0|[1-9][0-9]{0,2})$/.test(byte) && Number(byte) <= 255);
}

/**
 * Whether `text` is an IPv6 address: eight groups of up to four hexadecimal digits, of which `::` leaves out one or more. The
 * last two may be written as an IPv4 address, which `isTail` recognizes.
 */
export function isIpv6(text: string, isTail: (text: string) => boolean = isIpv4): boolean {
  const halves = text.split('::');
  const groups = halves.map((half, index) => countGroups(half, index === halves.length - 1 ? isTail : undefined));
  const total = groups.reduce((sum, count) => sum + count, 0);
  return halves.length === 1 ? total === 8 : halves.length === 2 && total <= 7;
}

/** How many groups `text` is; `NaN` where it is none. `isTail` is given where it may end in an IPv4 address. */
function countGroups(text: string, isTail: ((text: string) => boolean) | undefined): number {
  if (text === '') return 0;
  const groups = text.split(':');
  const tail = isTail?.(groups.at(-1) ?? '') ?? false;
  const hexadecimal = tail ? groups.slice(0, -1) : groups;
  return hexadecimal.every((group) => /^[0-9A-Fa-f]{1,4}$/.test(group)) ? groups.length + (tail ? 1 : 0) : NaN;
}

/** Whether `text` is an IP address or a host name, as oslo.config's `HostAddress` has it. */
export function isHostAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text) || isHostName(text, LABEL);
}

/** Whether `text` is an IP address or a host name that may have underscores, as oslo.config's `HostDomain` has it. */
export function isHostDomain(text: string): boolean {
  return isHostAddress(text) || isHostName(text, LABEL_OR_UNDERSCORES);
}

function isHostName(text: string, label: RegExp): boolean {
  if (text === '' || text.length > LONGEST_NAME) return false;
  const labels = (text.endsWith('.') ? text.slice(0, -1) : text).split('.');
  return /[A-Za-z-]/.test(labels.at(-1) ?? '') && labels.every((part) => label.test(part));
}
