import { CompletionItemKind } from 'vscode-languageserver-types';
import type { TemplateView } from '../../check/view';
import { possibleAttributes, possibleChildren } from '../../libvirt/descend';
import type { Attribute, Element } from '../../libvirt/tree';
import { parseCheetahTemplate } from '../../cheetahTemplate/parse';
import { parseTemplateFile } from '../../template/parse';
import { deviceElementAt, type DeviceElement } from '../device/elementAt';
import { attributeSnippet, elementSnippet } from '../device/snippets';
import { isEnclosed, type AttributeAt } from './attributeAt';
import type { Offer } from './offer';
import { lineAround, plainSlot, type Slot } from './slot';

/** The words that libvirt knows for the value of an attribute of a device. */
export function offersOfWords(
  { text, file }: TemplateView,
  offset: number,
  attribute: AttributeAt,
  slot: Slot,
): Offer[] {
  const at = deviceElementAt(text, file, offset);
  if (at?.written.opening.name !== attribute.tag) return [];
  const model = possibleAttributes(at.known).find(({ name }) => name === attribute.name);
  const words = model?.type.choices ?? model?.type.suggestions ?? [];
  return words.map(({ value, documentation }) => ({
    slot,
    name: value,
    kind: CompletionItemKind.EnumMember,
    rank: 0,
    detail: 'libvirt',
    ...(documentation !== undefined && { documentation }),
  }));
}

/** The element at the start of `slot`, in the file as it is without the half-typed name there. */
function elementWithout({ text, uri, file }: TemplateView, { span: { start, end } }: Slot): DeviceElement | undefined {
  const without = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const read =
    file.dialect === 'cheetah'
      ? parseCheetahTemplate(without, uri)
      : parseTemplateFile(without, { uri, vifType: 'device' });
  return deviceElementAt(without, read, start);
}

/** The names of the parts that are there. Where they hang on conditions, one that is there sometimes may be wanted in another branch. */
function namesOf(parts: readonly (Element | Attribute)[], { open }: Element): ReadonlySet<string> {
  return new Set(parts.filter(({ sometimes }) => !open || !sometimes).map(({ name }) => name));
}

/** A half-typed tag: behind its bracket, or alone on its line. */
const HALF_TAG = /(?:<|^[ \t]*)([a-zA-Z]*)$/;

function tagSlot(text: string, offset: number): Slot | undefined {
  const line = lineAround(text, offset);
  const found = HALF_TAG.exec(text.slice(line.start, offset));
  const behind = /^(?:\/?>|[ \t]*$|[ \t]*<)/.exec(text.slice(offset, line.end));
  if (!found || !behind || isEnclosed(text, offset)) return undefined;
  const bracket = found[0].startsWith('<') ? '<' : '';
  const start = offset - bracket.length - (found[1] ?? '').length;
  const tagEnd = bracket && /^\/?>/.test(behind[0]) ? offset + behind[0].length : offset;
  return { ...plainSlot({ start, end: tagEnd }), typed: bracket };
}

/** The elements that libvirt takes at this place and that are not there yet. `visible` is the text as an XML parser may look at it. */
export function offersOfElements(view: TemplateView, offset: number, visible = view.text): Offer[] {
  const slot = tagSlot(visible, offset);
  const at = slot && elementWithout(view, slot);
  const content = at?.written.content;
  if (!slot || !at || !content || slot.span.start < content.start || content.end < slot.span.start) return [];
  const there = namesOf(at.known.element.children, at.known.element);
  return possibleChildren(at.known)
    .filter(({ name, repeatable }) => repeatable || !there.has(name))
    .map((model) => ({
      slot,
      name: model.name,
      text: elementSnippet(model),
      snippet: true,
      kind: CompletionItemKind.Property,
      rank: model.required ? 0 : 1,
      detail: model.required ? 'libvirt · needed' : 'libvirt',
      documentation: model.documentation,
    }));
}

/** A half-typed name of an attribute, behind a blank. */
const HALF_NAME = /<[^<>]*\s([a-zA-Z_]*)$/;

function nameSlot(text: string, offset: number): Slot | undefined {
  const before = text.slice(text.lastIndexOf('<', offset - 1), offset);
  const found = HALF_NAME.exec(before);
  const plain = before.replace(/"[^"]*"|'[^']*'/g, '#');
  if (!found || /["']|=\s*[a-zA-Z_]*$/.test(plain)) return undefined;
  if (!/^(?:\s|\/?>|$)/.test(text.slice(offset, offset + 2)) || isEnclosed(text, offset)) return undefined;
  return plainSlot({ start: offset - (found[1] ?? '').length, end: offset });
}

/** The attributes that libvirt takes of the element whose tag the cursor stands in, and that are not there yet. `visible` is as above. */
export function offersOfAttributes(view: TemplateView, offset: number, visible = view.text): Offer[] {
  const slot = nameSlot(visible, offset);
  const at = slot && elementWithout(view, slot);
  if (!slot || !at || slot.span.start > at.written.opening.span.end) return [];
  const there = namesOf(at.known.element.attributes, at.known.element);
  return possibleAttributes(at.known)
    .filter(({ name }) => !there.has(name))
    .map((attribute) => ({
      slot,
      name: attribute.name,
      text: attributeSnippet(attribute),
      snippet: true,
      kind: CompletionItemKind.Field,
      rank: attribute.required ? 0 : 1,
      detail: attribute.required ? 'libvirt · needed' : 'libvirt',
      documentation: attribute.documentation,
    }));
}
