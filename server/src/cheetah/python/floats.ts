import { Refusal } from '../evaluate/refusal';

/** What Python's `float(value)` gives for an int: the nearest float. */
export function toFloat(value: bigint | number): number {
  const float = Number(value);
  if (typeof value === 'bigint' && !Number.isFinite(float)) throw new Refusal('This int is too large for a float.');
  return float;
}

/** Python's `left % right` of floats: the rest has the divisor's sign. */
export function floatModulo(left: number, right: number): number {
  const rest = left % right;
  if (rest === 0) return right < 0 || Object.is(right, -0) ? -0 : 0;
  return rest < 0 !== right < 0 ? rest + right : rest;
}

/** Python's `left // right` of floats. */
export function floatFloorDivision(left: number, right: number): number {
  const rest = left % right;
  const exact = (left - rest) / right - (rest !== 0 && rest < 0 !== right < 0 ? 1 : 0);
  if (exact === 0) return Object.is(left / right, -0) || left / right < 0 ? -0 : 0;
  const floor = Math.floor(exact);
  return exact - floor > 0.5 ? floor + 1 : floor;
}

/** The digits of a float that is not negative, with so many places behind the point, as Python's `%.2f` rounds: a tie goes to the even digit. */
export function fixedPoint(value: number, places: number): string {
  const { mantissa, exponent } = parts(value);
  const scaled = mantissa * 10n ** BigInt(places);
  const rounded = exponent >= 0 ? scaled << BigInt(exponent) : roundedShift(scaled, BigInt(-exponent));
  const digits = rounded.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `value / 2 ** bits`, rounded to the nearest int, a tie to the even one. */
function roundedShift(value: bigint, bits: bigint): bigint {
  const floor = value >> bits;
  const twiceRest = (value - (floor << bits)) * 2n;
  const one = 1n << bits;
  const up = twiceRest > one || (twiceRest === one && floor % 2n === 1n);
  return up ? floor + 1n : floor;
}

/** A finite float as `mantissa * 2 ** exponent`. */
function parts(value: number): { readonly mantissa: bigint; readonly exponent: number } {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const biased = Number((bits >> 52n) & 0x7ffn);
  return biased === 0
    ? { mantissa: fraction, exponent: -1074 }
    : { mantissa: fraction | (1n << 52n), exponent: biased - 1075 };
}
