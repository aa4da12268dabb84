import { attributeOf, lacks } from '../facts';
import type { Rule } from '../grammar';
import { atName } from './rule';

/** What some attributes of a source tell more of. */
const NEEDS = [
  ['portgroup', 'network'],
  ['portid', 'network'],
  ['macTableManager', 'bridge'],
] as const;

/** A detail of a network or a bridge does not stand without it. */
const details: Rule = (source) =>
  NEEDS.flatMap(([detail, subject]) => {
    const attribute = attributeOf(source, detail);
    if (!attribute || attribute.sometimes || !lacks(source, subject)) return [];
    return atName(source, detail, `'${detail}' stands only beside '${subject}'.`);
  });

/** Of a source that may name a network or a bridge. */
export const namedSourceRules = [details];
