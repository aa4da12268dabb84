import type { TemplateView } from '../../check/view';
import { OPTIONAL_MARK } from '../../template/placeholder';
import type { WorkspaceView } from '../workspaceView';
import { attributeAt, type AttributeAt } from './attributeAt';
import { offersOfAttributes, offersOfElements, offersOfWords } from './device';
import { offersOfNewTemplate } from './newTemplate';
import type { Offer } from './offer';
import { offersOfKeys } from './placeholderKeys';
import { placeholderSlot } from './placeholderSlot';
import { KEY_BEGINNING } from './slot';
import { valueSlot } from './valueSlot';
import { offersOfWantedVifTypes, wantedVifTypes } from './vifTypes';

/** What may be written at a place of a plain template file: a placeholder, a VIF type, a word that libvirt knows, and with `snippets` an element, an attribute or a new template. */
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
  if (!snippets) return [];
  return [
    ...offersOfNewTemplate(view, template, offset),
    ...offersOfElements(template, offset),
    ...offersOfAttributes(template, offset),
  ];
}

function offersInValue(
  view: WorkspaceView,
  template: TemplateView,
  offset: number,
  attribute: AttributeAt,
): readonly Offer[] {
  const { text } = template;
  if (!KEY_BEGINNING.test(text.slice(attribute.start, offset))) return [];
  const slot = valueSlot(template, offset, attribute);
  if (!slot || attribute.tag === 'vif-templates') return [];
  if (attribute.tag !== 'template') {
    const mark = text.slice(slot.span.start, slot.span.end).endsWith(`${OPTIONAL_MARK}}`) ? OPTIONAL_MARK : '';
    const after = `${mark}}${slot.after}`;
    const words = attribute.quote ? slot : { ...slot, before: "'", after: "'" };
    return [
      ...offersOfWords(template, offset, attribute, words),
      ...offersOfKeys(view, template, offset, { ...slot, before: `${slot.before}\${`, after }),
    ];
  }
  if (attribute.name !== 'vif-type') return [];
  const quoted = attribute.quote ? slot : { ...slot, before: '"', after: '"' };
  return offersOfWantedVifTypes(wantedVifTypes(view, template, offset), quoted);
}
