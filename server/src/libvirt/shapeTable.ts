import type { AttributeModel, ElementModel, Shape } from './grammar';

/** What the checks ask of a shape, as they ask it. */
export interface ShapeTable {
  readonly attributes: ReadonlyMap<string, AttributeModel>;
  readonly children: ReadonlyMap<string, ElementModel>;
  /** The names of those that have to be there. */
  readonly neededAttributes: readonly string[];
  readonly neededChildren: readonly string[];
}

/** They are made once for each shape: to look through its lists for each attribute of a device takes longer than all other checks. */
const kept = new WeakMap<Shape, ShapeTable>();

interface Part {
  readonly name: string;
  readonly required: boolean;
}

/** In the order of the parts. */
function byName<One extends Part>(parts: readonly One[]): ReadonlyMap<string, One> {
  return new Map(parts.map((part) => [part.name, part]));
}

function namesOfNeeded(parts: readonly Part[]): readonly string[] {
  return parts.filter(({ required }) => required).map(({ name }) => name);
}

function makeTable({ attributes, children }: Shape): ShapeTable {
  return {
    attributes: byName(attributes),
    children: byName(children),
    neededAttributes: namesOfNeeded(attributes),
    neededChildren: namesOfNeeded(children),
  };
}

export function tableOf(shape: Shape): ShapeTable {
  const known = kept.get(shape);
  if (known) return known;
  const table = makeTable(shape);
  kept.set(shape, table);
  return table;
}
