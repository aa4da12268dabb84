import type { Run, TracedValue } from '../tracedValue';
import type { TracedElement } from '../tracedElement';

/** How many digits the Linux kernel writes each part of a PCI address with, and what stands in front of it. */
const PCI = [
  { name: 'domain', digits: 4, before: '' },
  { name: 'bus', digits: 2, before: ':' },
  { name: 'slot', digits: 2, before: ':' },
  { name: 'function', digits: 1, before: '.' },
] as const;

/** A PCI address as the kernel writes it, such as `0000:0a:00.1`; a part that is left out is 0 to libvirt. Undefined where there is none of it. */
export function pciAddress(address: TracedElement | undefined): TracedValue | undefined {
  const values = PCI.map(({ name }) => address?.attribute(name));
  if (values.every((value) => value === undefined)) return undefined;
  const [first, ...rest] = PCI.flatMap(({ digits, before }, index): readonly Run[] => {
    const value = values[index];
    const written = value ? digitsOf(value, digits) : [{ text: '0'.repeat(digits) }];
    return before === '' ? written : [{ text: before }, ...written];
  });
  return first && [first, ...rest];
}

/** A number as libvirt takes it: as in C, hexadecimal behind `0x` and octal behind `0`. */
const NUMBERS = [
  { pattern: /^0[xX]([\da-fA-F]{1,8})$/, radix: 16 },
  { pattern: /^(0[0-7]{0,8})$/, radix: 8 },
  { pattern: /^([1-9]\d{0,8})$/, radix: 10 },
] as const;

/** A number of a PCI address as the kernel writes it; what is none, or is put together of several pieces, stays as it is. */
function digitsOf(value: TracedValue, digits: number): TracedValue {
  const [run, ...more] = value;
  if (more.length > 0) return value;
  for (const { pattern, radix } of NUMBERS) {
    const number = pattern.exec(run.text)?.[1];
    if (number !== undefined)
      return [{ ...run, text: Number.parseInt(number, radix).toString(16).padStart(digits, '0') }];
  }
  return value;
}
