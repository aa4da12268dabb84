import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { withNested } from '../../cheetahTemplate/nodes';
import { pieceAt, visibleText } from '../../cheetahTemplate/visibleText';
import type { TemplateView } from '../../check/view';
import { attributeAt } from './attributeAt';
import { offersOfAttributes, offersOfElements, offersOfWords } from './device';
import type { Offer } from './offer';
import { KEY_BEGINNING, lineAround } from './slot';
import { valueSlot } from './valueSlot';

/** What libvirt knows for a place of a Cheetah file: a word in a value, and with `snippets` an element or an attribute. */
export function offersInCheetahDevice(
  view: TemplateView,
  file: CheetahTemplateFile,
  offset: number,
  snippets: boolean,
): readonly Offer[] {
  const { masked, pieces } = visibleText(view.text, file.cheetah);
  const isInTag = masked.lastIndexOf('<', offset - 1) > masked.lastIndexOf('>', offset - 1);
  const isText = isInTag ? pieceAt(pieces, offset - 1)?.isValue === false : isPlainLine(view.text, masked, offset);
  if (!isText || isInComment(file, offset)) return [];
  const attribute = attributeAt(masked, offset);
  if (attribute) {
    const slot = KEY_BEGINNING.test(view.text.slice(attribute.start, offset)) && valueSlot(view, offset, attribute);
    if (!slot) return [];
    return offersOfWords(view, offset, attribute, attribute.quote ? slot : { ...slot, before: "'", after: "'" });
  }
  if (!snippets) return [];
  return [...offersOfElements(view, offset, masked), ...offersOfAttributes(view, offset, masked)];
}

/** Whether no directive stands in a line in front of the cursor. */
function isPlainLine(text: string, masked: string, offset: number): boolean {
  const { start } = lineAround(text, offset);
  return text.slice(start, offset) === masked.slice(start, offset);
}

function isInComment({ cheetah }: CheetahTemplateFile, offset: number): boolean {
  return [...withNested(cheetah.nodes)].some(
    ({ kind, span }) => kind === 'comment' && span.start < offset && offset < span.end,
  );
}
