import type { TemplateView } from '../../check/view';
import type { WorkspaceView } from '../workspaceView';
import { attributeAt, type AttributeAt } from './attributeAt';
import { offersOfNewTemplate } from './newTemplate';
import type { Offer } from './offer';
import { offersOfKeys } from './placeholderKeys';
import { placeholderSlot } from './placeholderSlot';
import { endOfWord, KEY_BEGINNING, plainSlot, quotedSlot, type Slot } from './slot';
import { offersOfWantedVifTypes, wantedVifTypes } from './vifTypes';

/** What may be written at a place of a plain template file: a placeholder, a VIF type, and with `snippets` a new template. */
export function offersInTemplate(
  view: WorkspaceView,
  template: TemplateView,
  offset: number,
  snippets: boolean,
): readonly Offer[] {
  const { text } = template;
  const slot = placeholderSlot(text, offset);
  if (slot) return offersOfKeys(view, template, offset, slot);
  const attribute = attributeAt(text, offset);
  if (attribute) return offersInValue(view, template, offset, attribute);
  return snippets ? offersOfNewTemplate(view, template, offset) : [];
}

function offersInValue(
  view: WorkspaceView,
  template: TemplateView,
  offset: number,
  attribute: AttributeAt,
): readonly Offer[] {
  const { text } = template;
  if (!KEY_BEGINNING.test(text.slice(attribute.start, offset))) return [];
  const slot = valueSlot(text, offset, attribute);
  if (attribute.tag === 'vif-templates') return [];
  if (attribute.tag !== 'template') {
    return offersOfKeys(view, template, offset, { ...slot, before: `${slot.before}\${`, after: `}${slot.after}` });
  }
  if (attribute.name !== 'vif-type') return [];
  const quoted = attribute.quote ? slot : { ...slot, before: '"', after: '"' };
  return offersOfWantedVifTypes(wantedVifTypes(view, template, offset), quoted);
}

/** The slot of a whole value. */
function valueSlot(text: string, offset: number, { start, quote }: AttributeAt): Slot {
  if (quote) return quotedSlot(text, start, offset, quote);
  return plainSlot({ start, end: start === offset ? offset : endOfWord(text, offset) });
}
