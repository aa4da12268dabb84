import { checkAttributes, checkMissing } from './checkAttributes';
import type { Finding } from './finding';
import type { ElementModel, Shape } from './grammar';
import { shapesOf } from './shapes';
import { tableOf, type ShapeTable } from './shapeTable';
import type { Element } from './tree';
import { fits } from './valueType';

function checkText({ name, nameSpan, text }: Element, { text: type }: ElementModel, found: Finding[]): void {
  const value = text?.value ?? [''];
  const span = text?.span ?? nameSpan;
  if (type) {
    if (!fits(type, value))
      found.push({ kind: 'value', span, message: `The text of <${name}> is no ${type.noun}.`, certain: true });
  } else if (!value.every((piece) => piece.trim() === ''))
    found.push({ kind: 'unexpected-text', span, message: `<${name}> holds no text in libvirt.`, certain: true });
}

function unknownElement({ name, nameSpan, sometimes }: Element, parent: Element, table: ShapeTable): Finding {
  const message = `libvirt knows no element '${name}' in this <${parent.name}>.`;
  const possible = [...table.children.keys()];
  return { kind: 'unknown-element', span: nameSpan, message, certain: !sometimes, possible };
}

function repeated({ name, nameSpan }: Element, parent: Element): Finding {
  const message = `<${parent.name}> takes one <${name}>, and this is another.`;
  return { kind: 'repeated', span: nameSpan, message, certain: true };
}

/** Elements that may turn out not to be there are not counted: of those, nobody can tell whether they are there again. */
function checkChildren(element: Element, table: ShapeTable, found: Finding[]): void {
  /** What is there once, and may not be there again: no more than the shape has. */
  const seen: ElementModel[] = [];
  for (const child of element.children) {
    const model = table.children.get(child.name);
    if (!model) {
      found.push(unknownElement(child, element, table));
      continue;
    }
    if (!child.sometimes && !model.repeatable) {
      if (seen.includes(model)) found.push(repeated(child, element));
      else seen.push(model);
    }
    checkElement(child, model, found);
  }
}

function checkShape(element: Element, shape: Shape, found: Finding[]): void {
  const table = tableOf(shape);
  checkAttributes(element, table, found);
  checkMissing(element, table, found);
  if (element.children.length > 0) checkChildren(element, table, found);
  if (element.open) return;
  for (const rule of shape.rules) for (const finding of rule(element)) found.push(finding);
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

function findingsBy(element: Element, shape: Shape): readonly Finding[] {
  const found: Finding[] = [];
  checkShape(element, shape, found);
  return found;
}

function checkShapes(element: Element, shapes: readonly Shape[], found: Finding[]): void {
  const [shape] = shapes;
  if (shape && shapes.length === 1) checkShape(element, shape, found);
  else for (const finding of commonTo(shapes.map((one) => findingsBy(element, one)))) found.push(finding);
}

/**
 * Adds to `found` what libvirt rejects of an element and all that is in it. What depends on a value that is not known is left out.
 * There is one list for a whole device: where nothing is wrong, which is nearly everywhere, nothing is made.
 */
export function checkElement(element: Element, model: ElementModel, found: Finding[]): void {
  const first = found.length;
  checkShapes(element, shapesOf(model, element), found);
  checkText(element, model, found);
  if (!element.sometimes || found.length === first) return;
  for (const finding of found.splice(first)) found.push({ ...finding, certain: false });
}
