import { attributeOf, known, lacks } from '../facts';
import type { Finding } from '../finding';
import type { Rule } from '../grammar';
import type { Element } from '../tree';
import { atName, atValue, missing } from './rule';

/** A rate has its average; what comes in can have a floor alone. */
const average: Rule = (bandwidth) =>
  bandwidth.children.flatMap((direction): readonly Finding[] => {
    const { name, attributes } = direction;
    const isDirection = name === 'inbound' || name === 'outbound';
    if (!isDirection || !lacks(direction, 'average')) return [];
    const dependent = attributes.find((other) => !other.sometimes && (other.name === 'peak' || other.name === 'burst'));
    if (dependent)
      return missing(direction, `<${name}> lacks the attribute 'average', which '${dependent.name}' needs.`);
    if (name === 'inbound' && !lacks(direction, 'floor')) return [];
    return missing(direction, `<${name}> lacks the attribute 'average'.`);
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
