import type { Problem } from '../problems';
import { shifted } from '../text/span';
import type { Attribute, Tag } from './tags';
import type { Placeholder } from './templateFile';

function shiftedAttribute({ name, nameSpan, valueSpan }: Attribute, by: number): Attribute {
  return { name, nameSpan: shifted(nameSpan, by), valueSpan: shifted(valueSpan, by) };
}

/** The tag of a piece, where it stands in a file in which the piece starts at `by`; so with the others. */
export function shiftedTag(tag: Tag, by: number): Tag {
  return {
    ...tag,
    nameSpan: shifted(tag.nameSpan, by),
    span: shifted(tag.span, by),
    attributes: tag.attributes.map((attribute) => shiftedAttribute(attribute, by)),
  };
}

export function shiftedPlaceholder(placeholder: Placeholder, by: number): Placeholder {
  return { ...placeholder, span: shifted(placeholder.span, by), keySpan: shifted(placeholder.keySpan, by) };
}

/** Its fixes change the same file. */
export function shiftedProblem(found: Problem, by: number): Problem {
  const { fixes, span } = found;
  return {
    ...found,
    span: shifted(span, by),
    ...(fixes && {
      fixes: fixes.map((fix) => ({
        ...fix,
        changes: fix.changes.map((change) => ({ ...change, span: shifted(change.span, by) })),
      })),
    }),
  };
}
