import type { Tag } from '../../template/tags';

/** The innermost open element, with those around it. */
export interface OpenElement {
  readonly tag: Tag;
  readonly around: OpenElement | undefined;
  readonly depth: number;
  /** The same for all that have the same names around them. */
  readonly id: number;
}

/** Opens elements, and knows which of them stand in elements of the same names. */
export class OpenElements {
  readonly #ids = new Map<string, number>();

  open(tag: Tag, around: OpenElement | undefined): OpenElement {
    const key = `${around?.id ?? 0} ${tag.name}`;
    const id = this.#ids.get(key) ?? this.#ids.size + 1;
    this.#ids.set(key, id);
    return { tag, around, depth: (around?.depth ?? 0) + 1, id };
  }
}

/** So far around a closing tag its element is looked for. */
const FARTHEST = 100;

/** The innermost open elements, from the inside out. */
export function innermost(element: OpenElement | undefined): readonly OpenElement[] {
  const found: OpenElement[] = [];
  for (let open = element; open && found.length < FARTHEST; open = open.around) found.push(open);
  return found;
}

/** The elements that are open in the one state and not in the other, innermost first. Those with the same names around them are the same. */
export function* beyond(element: OpenElement | undefined, other: OpenElement | undefined): Generator<OpenElement> {
  let around = other;
  for (let open = element; open; open = open.around) {
    while (around && around.depth > open.depth) around = around.around;
    if (around?.id === open.id) return;
    yield open;
  }
}
