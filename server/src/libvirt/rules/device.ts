import { attributeOf, known } from '../facts';
import type { Rule } from '../grammar';
import { atName } from './rule';

/** A ROM that is switched off has no details. */
const disabledRom: Rule = (rom) => {
  if (known(rom, 'enabled') !== 'no') return [];
  return ['bar', 'file'].flatMap((name) => {
    const attribute = attributeOf(rom, name);
    if (!attribute || attribute.sometimes) return [];
    return atName(rom, name, `A <rom enabled='no'> takes no '${name}'.`);
  });
};

export const romRules = [disabledRom];
