import type { ElementModel, Shape } from './grammar';
import { modelOf } from './model';
import { shapesOf } from './shapes';
import type { Element } from './tree';

/** An element with what the model knows of it: more than one thing where it hangs on a value that is not known, none where libvirt does not know it. */
export interface KnownElement {
  readonly element: Element;
  readonly models: readonly ElementModel[];
  /** What it can hold. */
  readonly shapes: readonly Shape[];
}

function knownElement(element: Element, models: readonly ElementModel[]): KnownElement {
  return { element, models, shapes: models.flatMap((model) => shapesOf(model, element)) };
}

/** The outermost element, as the model knows it. */
export function knownDevice(device: Element): KnownElement {
  const model = modelOf(device);
  return knownElement(device, model ? [model] : []);
}

/** A child of an element, as the model knows it there. */
export function knownChild({ shapes }: KnownElement, child: Element): KnownElement {
  const models = shapes.flatMap(({ children }) => children.filter(({ name }) => name === child.name));
  return knownElement(child, [...new Set(models)]);
}

/** Each part once by its name: what several shapes have in common has the same. */
function byName<Part extends { readonly name: string }>(parts: readonly Part[]): readonly Part[] {
  return [...new Map(parts.toReversed().map((part) => [part.name, part])).values()].toReversed();
}

/** All attributes that an element can have. */
export function possibleAttributes({ shapes }: KnownElement): readonly Shape['attributes'][number][] {
  return byName(shapes.flatMap(({ attributes }) => attributes));
}

/** All elements that an element can hold. */
export function possibleChildren({ shapes }: KnownElement): readonly ElementModel[] {
  return byName(shapes.flatMap(({ children }) => children));
}
