import { attributeOf } from './facts';
import type { ElementModel, Shape, Variants } from './grammar';
import { wholeText, type Element } from './tree';

/** The shapes that an element of a model can have, by the variants that it may be of. */
interface ShapesOfModel {
  readonly all: readonly Shape[];
  /** By the value of the attribute that decides. */
  readonly byValue: ReadonlyMap<string, readonly Shape[]>;
  /** Without that attribute. */
  readonly otherwise: readonly Shape[];
}

/** They are made once for each model: of few elements is one asked for only once. */
const kept = new WeakMap<ElementModel, ShapesOfModel>();

/** What an element can hold by its model and its variant. */
function joined({ attributes, children, rules, variants }: ElementModel, variant: Shape): Shape {
  return {
    attributes: [...(variants ? [variants.attribute] : []), ...attributes, ...variant.attributes],
    children: [...children, ...variant.children],
    rules: [...rules, ...variant.rules],
  };
}

function makeShapes(model: ElementModel, { of, otherwise }: Variants): ShapesOfModel {
  const chosen = of.map((variant) => [variant.value, joined(model, variant)] as const);
  const without = otherwise ? [joined(model, otherwise)] : undefined;
  const all = [...chosen.map(([, shape]) => shape), ...(without ?? [])];
  return {
    all,
    byValue: new Map(chosen.map(([value, shape]) => [value, [shape]])),
    otherwise: without ?? all,
  };
}

function shapesOfModel(model: ElementModel): ShapesOfModel {
  const known = kept.get(model);
  if (known) return known;
  const lone = [model];
  const shapes = model.variants
    ? makeShapes(model, model.variants)
    : { all: lone, byValue: new Map<string, readonly Shape[]>(), otherwise: lone };
  kept.set(model, shapes);
  return shapes;
}

/** What an element can hold, for each variant that it may be of: a single one where the deciding attribute is known. */
export function shapesOf(model: ElementModel, element: Element): readonly Shape[] {
  const { all, byValue, otherwise } = shapesOfModel(model);
  const deciding = model.variants && attributeOf(element, model.variants.attribute.name);
  if (!deciding) return otherwise;
  const value = deciding.sometimes ? undefined : wholeText(deciding.value);
  return (value === undefined ? undefined : byValue.get(value)) ?? all;
}
