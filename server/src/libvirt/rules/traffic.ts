import { attributeOf, known } from '../facts';
import type { Finding } from '../finding';
import type { Rule } from '../grammar';
import type { Element } from '../tree';
import { atName, atValue } from './rule';
import { missing } from './rule';
import { lacks } from '../facts';

/** A rate needs its average. */
const average: Rule = (bandwidth) =>
  bandwidth.children.flatMap((direction): readonly Finding[] => {
    const { attributes } = direction;
    const dependent = attributes.find(({ name, sometimes }) => !sometimes && (name === 'peak' || name === 'burst'));
    if (!dependent || !lacks(direction, 'average')) return [];
    return missing(direction, `<${direction.name}> lacks the attribute 'average', which '${dependent.name}' needs.`);
  });

export const bandwidthRules = [average];

function tagsOf(vlan: Element): readonly Element[] {
  return vlan.children.filter(({ name, sometimes }) => name === 'tag' && !sometimes);
}

/** One VLAN alone can be that of frames without a tag. */
const oneNative: Rule = (vlan) => {
  const native = tagsOf(vlan).filter((tag) => attributeOf(tag, 'nativeMode')?.sometimes === undefined);
  const second = native.filter((tag) => attributeOf(tag, 'nativeMode') !== undefined)[1];
  return second ? atName(second, 'nativeMode', 'Only one <tag> of a <vlan> can have nativeMode.') : [];
};

/** Two VLANs make a trunk, and a trunk is never switched off. */
const trunk: Rule = (vlan) => {
  if (known(vlan, 'trunk') !== 'no') return [];
  return atValue(vlan, 'trunk', "libvirt's schema knows trunk='yes' alone. Leave it out for no trunk.");
};

export const vlanRules = [oneNative, trunk];
