import { isVifType, literalComparison } from './conditions';
import { plainText, withParts } from './expressions';
import type { VifTypeMention } from './cheetahTemplateFile';
import { expressionsAt, type Place } from './walk';

/** The VIF types that are named at a place, each where it stands. */
export function mentionsAt(place: Place): readonly VifTypeMention[] {
  return expressionsAt(place)
    .flatMap((expression) => [...withParts(expression)])
    .flatMap((part) => {
      const comparison = part.kind === 'comparison' ? literalComparison(part) : undefined;
      return comparison && isVifType(comparison.compared) ? comparison.literals : [];
    })
    .flatMap((literal) => {
      const plain = plainText(literal);
      return plain ? [{ vifType: plain.value, span: plain.span }] : [];
    });
}
