import { CompletionItemKind } from 'vscode-languageserver-types';
import type { TemplateView } from '../../check/view';
import { possibleAttributes, possibleChildren } from '../../libvirt/descend';
import { parseTemplateFile } from '../../template/parse';
import { deviceElementAt } from '../device/elementAt';
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

/** The file as it is without the half-typed name of `slot`. */
function withoutWord({ text, uri }: TemplateView, { span: { start, end } }: Slot): Pick<TemplateView, 'text' | 'file'> {
  const without = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  return { text: without, file: parseTemplateFile(without, { uri, vifType: 'device' }) };
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

/** The elements that libvirt takes at this place and that are not there yet. */
export function offersOfElements(view: TemplateView, offset: number): Offer[] {
  const slot = tagSlot(view.text, offset);
  if (!slot) return [];
  const { text, file } = withoutWord(view, slot);
  const at = deviceElementAt(text, file, slot.span.start);
  const content = at?.written.content;
  if (!at || !content || slot.span.start < content.start || content.end < slot.span.start) return [];
  const there = new Set(at.known.element.children.map(({ name }) => name));
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

/** The attributes that libvirt takes of the element whose tag the cursor stands in, and that are not there yet. */
export function offersOfAttributes(view: TemplateView, offset: number): Offer[] {
  const slot = nameSlot(view.text, offset);
  if (!slot) return [];
  const { text, file } = withoutWord(view, slot);
  const at = deviceElementAt(text, file, slot.span.start);
  if (!at || slot.span.start > at.written.opening.span.end) return [];
  const there = new Set(at.written.opening.attributes.map(({ name }) => name));
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
