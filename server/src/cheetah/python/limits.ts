import { Refusal } from '../evaluate/refusal';

/** How long a text may get, in UTF-16 code units: the output, and each text on the way to it. */
export const MAX_TEXT = 64 * 1024 * 1024;

/** How many items a list or a tuple may get. */
const MAX_ITEMS = 1_000_000;

/** Python prints no int of more digits than these. */
const INT_DIGITS = 4300;
const INT_BOUND = 10n ** BigInt(INT_DIGITS);
/** Surely above the bits of INT_BOUND. */
const INT_BITS = 15_000;

/** Refuses a text that would get too long, before it is made. */
export function limitText(length: number): void {
  if (length > MAX_TEXT) throw new Refusal('This text gets longer than 64 MiB.');
}

/** Refuses a list that would get too long, before it is made. */
export function limitItems(count: number): void {
  if (count > MAX_ITEMS) throw new Refusal('This list gets longer than a million items.');
}

/** An int that Python can still print. */
export function limitedInt(value: bigint): bigint {
  if (value >= INT_BOUND || value <= -INT_BOUND) throw tooLarge();
  return value;
}

/** `base ** exponent`, refused before it is computed where it gets too large. The exponent is not negative. */
export function limitedPower(base: bigint, exponent: bigint): bigint {
  const bits = BigInt(base.toString(2).length - 1);
  if (bits > 0n && bits * exponent > INT_BITS) throw tooLarge();
  return limitedInt(base ** exponent);
}

function tooLarge(): Refusal {
  return new Refusal(`This number gets more than ${INT_DIGITS.toString()} digits.`);
}
