import { childOf } from '../facts';
import type { Rule } from '../grammar';
import { missing } from './rule';

/** A device is named by its address, or by vendor and product. */
const named: Rule = (source) => {
  const lacksChild = (name: string): boolean => childOf(source, name) === undefined;
  if (lacksChild('vendor') !== lacksChild('product'))
    return missing(source, 'The <source> of a USB device needs both <vendor> and <product>.');
  if (!lacksChild('address') || !lacksChild('vendor')) return [];
  return missing(source, "<source> lacks the element 'address', which says which device of the host it is.");
};

/** Of the source of a hostdev interface. */
export const hostdevSourceRules = [named];
