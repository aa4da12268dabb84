import { shortNumber, wholeNumber } from './numbers';
import { pattern } from './valueType';

const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d{2}|[1-9]?\\d)';
const FOUR_BYTES = `(?:${BYTE}\\.){3}${BYTE}`;
const GROUP = '[\\da-fA-F]{1,4}';

/** Whether a text is an IPv4 address, as four decimal numbers. */
export function isIpv4(text: string): boolean {
  return new RegExp(`^${FOUR_BYTES}$`).test(text);
}

/** Whether a text is an IPv6 address: eight groups of hex digits, `::` for a run of zeros, the last two perhaps as an IPv4 address. */
export function isIpv6(text: string): boolean {
  const plain = text.replace(new RegExp(`(?<=:)${FOUR_BYTES}$`), '0:0');
  const halves = plain.split('::');
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => new RegExp(`^${GROUP}$`).test(group))) return false;
  return halves.length === 1 ? groups.length === 8 : halves.length === 2 && groups.length < 8;
}

/** Whether a text is an IPv4 address in the form of an IPv6 one: some parts of libvirt take it for the first, some for the second. */
export function isMapped(text: string): boolean {
  return isIpv6(text) && /^(?:0*:){0,5}:?ffff:/i.test(text);
}

export const ipv4Address = pattern({
  noun: 'IPv4 address',
  example: '10.0.0.1',
  pattern: new RegExp(FOUR_BYTES),
  character: /[\d.]/,
  longest: 15,
});

export const ipAddress = pattern({
  noun: 'IP address',
  example: '10.0.0.1',
  pattern: /[\da-f.:]+/i,
  character: /[\da-f.:]/i,
  longest: 45,
  also: (text) => isIpv4(text) || isIpv6(text),
});

/** How many bits of an address name the network: at most 32 for IPv4. */
export const ipPrefix = wholeNumber({ writing: 'unsigned', min: 0, max: 128, example: '24' });

export const pciDomain = wholeNumber({ writing: 'octal', min: 0, max: 0xffffffff, hexDigits: 8, example: '0x0000' });
export const pciBus = wholeNumber({ writing: 'octal-plus', min: 0, max: 0xff, hexDigits: 2, example: '0x01' });
export const pciSlot = wholeNumber({ writing: 'octal-plus', min: 0, max: 0x1f, hexDigits: 2, example: '0x00' });
export const pciFunction = wholeNumber({ writing: 'octal-plus', min: 0, max: 7, hexDigits: 1, example: '0x0' });
/** A bus or a device of USB on the host. */
export const usbNumber = shortNumber({ digits: 3, hex: true });
/** A bus of USB in the machine. */
export const usbBus = shortNumber({ digits: 3 });
export const usbId = shortNumber({ digits: 4, hex: true, min: 1, example: '0x1234' });

/** The port of a USB hub, and of the hubs behind it. */
export const usbPort = pattern({
  noun: 'USB port: numbers with dots between',
  example: '1',
  pattern: /(?:\d{1,3}\.){0,3}\d{1,3}/,
  character: /[\d.]/,
});
