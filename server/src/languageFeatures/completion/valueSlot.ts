import type { TemplateView } from '../../check/view';
import type { TemplateFile } from '../../template/templateFile';
import type { AttributeAt } from './attributeAt';
import { endOfWord, plainSlot, quotedSlot, type Slot } from './slot';

/** A value that stands behind a cursor at its beginning: in quotes, or a placeholder without. */
const VALUE_BEHIND = /[ \t]*["']|\$\{[^{}<>"'$\s]*\}/y;

/** The slot of a whole value; undefined in front of one in quotes, where another would break the tag. */
export function valueSlot(
  { text, file }: TemplateView,
  offset: number,
  { start, quote }: AttributeAt,
): Slot | undefined {
  if (quote) {
    const slot = quotedSlot(text, start, offset, quote);
    return isClosed(text, file, start, quote) ? { ...slot, after: '' } : slot;
  }
  if (start < offset) return plainSlot({ start, end: endOfWord(text, offset) });
  VALUE_BEHIND.lastIndex = offset;
  const behind = VALUE_BEHIND.exec(text)?.[0] ?? '';
  return /["']$/.test(behind) ? undefined : plainSlot({ start, end: offset + behind.length });
}

/** Whether the quote behind a value is there: what stands in between may be placeholders and markup of any kind. */
function isClosed(text: string, { tags }: TemplateFile, start: number, quote: string): boolean {
  const attributes = tags.flatMap((tag) => (tag.span.start < start && start < tag.span.end ? tag.attributes : []));
  return attributes.some(({ valueSpan }) => valueSpan.start === start && text.startsWith(quote, valueSpan.end));
}
