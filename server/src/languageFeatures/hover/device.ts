import type { TemplateView } from '../../check/view';
import { possibleAttributes, type KnownElement } from '../../libvirt/descend';
import type { AttributeModel, ElementModel } from '../../libvirt/grammar';
import { touches, type Span } from '../../text/span';
import { deviceElementAt } from '../device/elementAt';
import { code, listed } from './markdown';

/** What libvirt says of a name or a value in a template. */
export interface DeviceHover {
  readonly span: Span;
  readonly paragraphs: string[];
}

function describeElement(
  { name, documentation, repeatable, required, children }: ElementModel,
  known: KnownElement,
): string[] {
  const attributes = possibleAttributes(known).map(
    (attribute) => code(attribute.name) + (attribute.required ? ' (needed)' : ''),
  );
  const often = [required ? 'It is needed.' : '', repeatable ? 'It may be there more than once.' : ''].filter(
    (text) => text !== '',
  );
  return [
    `**libvirt: ${code(`<${name}>`)}**`,
    [documentation, ...often].join(' '),
    ...(attributes.length > 0 ? [`Attributes: ${listed(attributes)}.`] : []),
    ...(children.length > 0 ? [`Elements: ${listed(children.map((child) => code(child.name)))}.`] : []),
  ];
}

function describeAttribute({ name, documentation, required, type }: AttributeModel, element: string): string[] {
  const choices = (type.choices ?? type.suggestions ?? []).map((choice) =>
    choice.documentation === undefined ? `- ${code(choice.value)}` : `- ${code(choice.value)}: ${choice.documentation}`,
  );
  return [
    `**libvirt: ${code(name)} of ${code(`<${element}>`)}**`,
    required ? `${documentation} It is needed.` : documentation,
    choices.length > 0 ? choices.join('\n') : `A ${type.noun}.`,
  ];
}

/** What libvirt's model knows of the element, the attribute or the value at a place of a template. */
export function describeDevice({ text, file }: TemplateView, offset: number): DeviceHover | undefined {
  const at = deviceElementAt(text, file, offset);
  if (!at) return undefined;
  const { written, known } = at;
  const { nameSpan, attributes } = written.opening;
  const [model] = known.models;
  if (touches(nameSpan, offset)) return model && { span: nameSpan, paragraphs: describeElement(model, known) };
  const attribute = attributes.find(
    ({ nameSpan: own, valueSpan }) => touches(own, offset) || touches(valueSpan, offset),
  );
  const attributeModel = possibleAttributes(known).find(({ name }) => name === attribute?.name);
  if (!attribute || !attributeModel) return undefined;
  const paragraphs = describeAttribute(attributeModel, written.opening.name);
  if (touches(attribute.nameSpan, offset)) return { span: attribute.nameSpan, paragraphs };
  const value = text.slice(attribute.valueSpan.start, attribute.valueSpan.end);
  const chosen = [...(attributeModel.type.choices ?? []), ...(attributeModel.type.suggestions ?? [])].find(
    (choice) => choice.value === value && choice.documentation !== undefined,
  );
  if (!chosen?.documentation) return { span: attribute.valueSpan, paragraphs };
  return { span: attribute.valueSpan, paragraphs: [`**libvirt: ${code(value)}**`, chosen.documentation] };
}
