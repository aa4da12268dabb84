import fc from 'fast-check';
import { models } from '../../../server/src/libvirt/model';
import type { ElementModel } from '../../../server/src/libvirt/grammar';
import { VALUES } from './values';
import { everyElement, replaced, type Xml } from './xml';

/** The model of an element and of all that can be in it. */
function everyModel(model: ElementModel): readonly ElementModel[] {
  const { variants } = model;
  const shapes = [model, ...(variants?.of ?? []), ...(variants?.otherwise ? [variants.otherwise] : [])];
  return [model, ...shapes.flatMap(({ children }) => children.flatMap(everyModel))];
}

const MODELS = [...models.values()].flatMap(everyModel);
const ATTRIBUTES = MODELS.flatMap(({ attributes, variants }) => [
  ...attributes,
  ...(variants ? [variants.attribute, ...variants.of.flatMap((of) => of.attributes)] : []),
]);
const ELEMENT_NAMES = [...new Set([...MODELS.map(({ name }) => name), 'modle', 'x'])];
const ATTRIBUTE_NAMES = [...new Set([...ATTRIBUTES.map(({ name }) => name), 'adress', 'x'])];

/** Chance, as far as a change needs it. */
interface Dice {
  readonly number: number;
  readonly word: string;
}

/** What becomes of an element. */
type Change = (element: Xml, dice: Dice) => readonly Xml[];

/** Picks one of a list by a number. */
function pick<Item>(items: readonly Item[], number: number): Item | undefined {
  return items[number % items.length];
}

/** The element with another attribute in place of one, unless it has that already. */
function withAttribute(
  element: Xml,
  number: number,
  change: (name: string, value: string) => readonly [string, string],
): Xml {
  const { attributes } = element;
  const changed = attributes.map(([name, value], at) =>
    at === number % attributes.length ? change(name, value) : ([name, value] as const),
  );
  return new Set(changed.map(([name]) => name)).size < changed.length ? element : { ...element, attributes: changed };
}

const dropElement: Change = () => [];
const doubleElement: Change = (element) => [element, element];
const renameElement: Change = (element, { number }) => [{ ...element, name: pick(ELEMENT_NAMES, number) ?? '' }];
const addElement: Change = (element, { number }) => {
  const added = { name: pick(ELEMENT_NAMES, number) ?? '', attributes: [], children: [], text: '' };
  return [{ ...element, children: [...element.children, added] }];
};
const addText: Change = (element, { word }) => [{ ...element, text: word }];
const dropAttribute: Change = (element, { number }) => [
  { ...element, attributes: element.attributes.filter((_, at) => at !== number % element.attributes.length) },
];
const renameAttribute: Change = (element, { number }) => [
  withAttribute(element, number, (_, value) => [pick(ATTRIBUTE_NAMES, number) ?? '', value]),
];
const changeValue: Change = (element, { number, word }) => [withAttribute(element, number, (name) => [name, word])];
const addAttribute: Change = (element, { number }) => {
  const added = pick(ATTRIBUTES, number);
  if (!added || element.attributes.some(([name]) => name === added.name)) return [element];
  return [{ ...element, attributes: [...element.attributes, [added.name, added.type.example]] }];
};

/** One change of one element. */
export interface Mutation extends Dice {
  readonly where: number;
  readonly change: Change;
}

export const arbitraryMutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(10_000),
  number: fc.nat(10_000),
  word: fc.constantFrom(...VALUES),
  change: fc.constantFrom(
    dropElement,
    doubleElement,
    renameElement,
    addElement,
    addText,
    dropAttribute,
    renameAttribute,
    changeValue,
    addAttribute,
  ),
});

/** The device after a change. It stays one element of its name. */
export function mutated(root: Xml, { where, change, ...dice }: Mutation): Xml {
  const element = pick(everyElement(root), where) ?? root;
  const changed = change(element, dice);
  if (element !== root) return replaced(root, element, changed);
  const [first] = changed;
  return first && changed.length === 1 && first.name === root.name ? first : root;
}
