import { checkAttribute, checkMissing } from './checkAttributes';
import type { Finding } from './finding';
import type { ElementModel, Shape } from './grammar';
import { shapesOf } from './shapes';
import type { Element } from './tree';
import { fits } from './valueType';

/** Elements that are there again; of those that may turn out not to be there, nobody can tell. */
function checkRepeated({ name: parent, children }: Element, shape: Shape): readonly Finding[] {
  const seen = new Set<string>();
  return children.flatMap(({ name, nameSpan, sometimes }): readonly Finding[] => {
    if (sometimes) return [];
    const isRepeated = seen.has(name) && shape.children.some((model) => model.name === name && !model.repeatable);
    seen.add(name);
    if (!isRepeated) return [];
    const message = `<${parent}> takes one <${name}>, and this is another.`;
    return [{ kind: 'repeated', span: nameSpan, message, certain: true }];
  });
}

function checkText({ name, nameSpan, text }: Element, { text: type }: ElementModel): readonly Finding[] {
  const value = text?.value ?? [''];
  const span = text?.span ?? nameSpan;
  if (type) {
    if (fits(type, value)) return [];
    return [{ kind: 'value', span, message: `The text of <${name}> is no ${type.noun}.`, certain: true }];
  }
  if (value.every((piece) => piece.trim() === '')) return [];
  return [{ kind: 'unexpected-text', span, message: `<${name}> holds no text in libvirt.`, certain: true }];
}

function checkChildren({ name: parent, children }: Element, shape: Shape): readonly Finding[] {
  return children.flatMap((child): readonly Finding[] => {
    const model = shape.children.find(({ name }) => name === child.name);
    if (model) return checkElement(child, model);
    const possible = shape.children.map(({ name }) => name);
    const message = `libvirt knows no element '${child.name}' in this <${parent}>.`;
    return [{ kind: 'unknown-element', span: child.nameSpan, message, certain: !child.sometimes, possible }];
  });
}

function checkShape(element: Element, shape: Shape): readonly Finding[] {
  return [
    ...element.attributes.flatMap((attribute) => checkAttribute(attribute, element, shape)),
    ...checkMissing(element, shape),
    ...checkRepeated(element, shape),
    ...checkChildren(element, shape),
    ...(element.open ? [] : shape.rules.flatMap((rule) => rule(element))),
  ];
}

/** A value or a name is at fault in its place; of what is missing or does not go together, there can be more in one place. */
function keyOf({ kind, span, message }: Finding): string {
  return `${kind} ${span.start} ${span.end} ${kind === 'missing' || kind === 'rule' ? message : ''}`;
}

/** What is wrong by each of several shapes, as the first one says it. */
function commonTo([first = [], ...others]: readonly (readonly Finding[])[]): readonly Finding[] {
  const keys = others.map((findings) => new Set(findings.map(keyOf)));
  return first.filter((finding) => keys.every((found) => found.has(keyOf(finding))));
}

/** What libvirt rejects of an element and all that is in it, in no order. What depends on a value that is not known is left out. */
export function checkElement(element: Element, model: ElementModel): readonly Finding[] {
  const byShape = shapesOf(model, element).map((shape) => checkShape(element, shape));
  const findings = [...commonTo(byShape), ...checkText(element, model)];
  return element.sometimes ? findings.map((finding) => ({ ...finding, certain: false })) : findings;
}
