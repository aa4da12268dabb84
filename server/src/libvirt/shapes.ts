import { attributeOf } from './facts';
import type { ElementModel, Shape, Variant, Variants } from './grammar';
import { wholeText, type Element } from './tree';

/** The shapes of each model by its variants: of few elements is one asked for only once. */
const kept = new WeakMap<ElementModel, Map<Shape, Shape>>();

function shapeOf(model: ElementModel, variant: Shape): Shape {
  const shapes = kept.get(model) ?? new Map<Shape, Shape>();
  kept.set(model, shapes);
  const shape = shapes.get(variant) ?? joined(model, variant);
  shapes.set(variant, shape);
  return shape;
}

/** What an element can hold by its model and its variant. */
function joined({ attributes, children, rules, variants }: ElementModel, variant: Shape): Shape {
  return {
    attributes: [...(variants ? [variants.attribute] : []), ...attributes, ...variant.attributes],
    children: [...children, ...variant.children],
    rules: [...rules, ...variant.rules],
  };
}

/** The variants that an element may be of. */
function variantsOf({ attribute, of, otherwise }: Variants, element: Element): readonly Shape[] {
  const deciding = attributeOf(element, attribute.name);
  const all: readonly Shape[] = otherwise ? [...of, otherwise] : of;
  if (!deciding) return otherwise ? [otherwise] : all;
  const value = wholeText(deciding.value);
  const chosen = of.filter((variant: Variant) => variant.value === value);
  if (chosen.length === 0 || deciding.sometimes) return all;
  return chosen;
}

/** What an element can hold, for each variant that it may be of: a single one where the deciding attribute is known. */
export function shapesOf(model: ElementModel, element: Element): readonly Shape[] {
  if (!model.variants) return [model];
  return variantsOf(model.variants, element).map((variant) => shapeOf(model, variant));
}
