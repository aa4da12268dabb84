import { pattern, type ValueType } from './valueType';

/** How a number is written. */
export type Writing =
  /** Digits alone. */
  | 'digits'
  /** Blanks may stand before the digits. */
  | 'unsigned'
  /** Blanks and a plus may stand before the digits. */
  | 'plus'
  /** Blanks and a sign may stand before the digits. */
  | 'signed'
  /** As `unsigned`, `plus` or `signed`, but a zero before other digits makes the number an octal one. */
  | 'octal'
  | 'octal-plus'
  | 'octal-signed';

/** As many digits as there may be at most, and nothing else: how addresses of old buses are written. */
export interface ShortNumberDetail {
  readonly digits: number;
  readonly min?: number;
  /** They may be hex digits behind `0x`. */
  readonly hex?: true;
  readonly example?: string;
}

const FORMS: Readonly<Record<Writing, string>> = {
  digits: '\\d+',
  unsigned: '[ \\t\\r\\n]*\\d+',
  plus: '[ \\t\\r\\n]*\\+?\\d+',
  signed: '[ \\t\\r\\n]*[+-]?\\d+',
  octal: '[ \\t\\r\\n]*(?:[1-9]\\d*|0[0-7]*)',
  'octal-plus': '[ \\t\\r\\n]*\\+?(?:[1-9]\\d*|0[0-7]*)',
  'octal-signed': '[ \\t\\r\\n]*[+-]?(?:[1-9]\\d*|0[0-7]*)',
};

export interface NumberDetail {
  readonly writing: Writing;
  readonly min: number;
  readonly max: number;
  /** How many hex digits there may be behind `0x`, or else the number is decimal. */
  readonly hexDigits?: number;
  readonly example?: string;
}

/** The number that a text stands for. */
export function numberOf(text: string, writing: Writing): number {
  const digits = text.trim();
  const octal = writing.startsWith('octal') && /^[+-]?0\d/.test(digits);
  return octal ? Number.parseInt(digits, 8) : Number(digits);
}

/** A whole number from `min` to `max`. */
export function wholeNumber({
  writing,
  min,
  max,
  hexDigits,
  example = String(Math.max(min, 1)),
}: NumberDetail): ValueType {
  const hex = hexDigits === undefined ? '' : `0x[\\da-fA-F]{1,${hexDigits}}|`;
  return pattern({
    noun: `whole number from ${min} to ${max}`,
    example,
    pattern: new RegExp(hex + FORMS[writing]),
    character: hexDigits === undefined ? /[\d\s+-]/ : /[\da-fA-Fx\s+-]/,
    also: (text) => {
      const number = numberOf(text, writing);
      return min <= number && number <= max;
    },
  });
}

const LARGEST = 2 ** 32 - 1;

/** A number as most of libvirt's counts are. */
export const count = wholeNumber({ writing: 'digits', min: 0, max: LARGEST });
export const positive = wholeNumber({ writing: 'digits', min: 1, max: LARGEST });
/** A rate in KiB a second, or an amount in KiB. */
export const speed = wholeNumber({ writing: 'digits', min: 1, max: LARGEST, example: '1000' });
/** A port of TCP or UDP. libvirt takes -1, too. */
export const portNumber = wholeNumber({ writing: 'signed', min: -1, max: 65535, example: '5555' });
/** A port of TCP or UDP that is one. */
export const realPort = wholeNumber({ writing: 'plus', min: 1, max: 65535, example: '8080' });
export const vlanId = wholeNumber({ writing: 'unsigned', min: 0, max: 4095, example: '100' });
export const mtuSize = wholeNumber({ writing: 'plus', min: 0, max: 65535, example: '1500' });
/** A number of eight bits, as 802.1Qbg has it. */
export const byte = wholeNumber({ writing: 'octal-signed', min: 0, max: 255, hexDigits: 2 });
/** A number of 24 bits, as 802.1Qbg has it. */
export const threeBytes = wholeNumber({ writing: 'octal-signed', min: 0, max: 0xffffff, hexDigits: 6 });
/** A number of 64 bits with a sign. */
export const long = wholeNumber({ writing: 'octal-signed', min: -(2 ** 63), max: 2 ** 63 });

/** A number of so many digits at most. A zero before others makes it an octal one where it may be hex, too. */
export function shortNumber({ digits, min = 0, hex, example = '1' }: ShortNumberDetail): ValueType {
  const most = `{1,${digits}}`;
  return pattern({
    noun: `number of at most ${digits} digits`,
    example,
    pattern: new RegExp(hex ? `0x[\\da-fA-F]${most}|(?:[1-9]\\d*|0[0-7]*)` : `\\d${most}`),
    character: hex ? /[\da-fA-Fx]/ : /\d/,
    also: (text) => text.replace(/^0x/, '').length <= digits && numberOf(text, hex ? 'octal' : 'digits') >= min,
  });
}

export const twoDigits = shortNumber({ digits: 2 });
