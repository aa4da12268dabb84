import fc from 'fast-check';
import type { AttributeModel, ElementModel, Shape } from '../../../server/src/libvirt/grammar';
import { models } from '../../../server/src/libvirt/model';
import type { ValueType } from '../../../server/src/libvirt/valueType';
import { arbitraryMutation, mutated } from './mutate';
import { VALUES } from './values';
import type { Xml } from './xml';

type WrittenAttribute = readonly [name: string, value: string];

function arbitraryValue(type: ValueType): fc.Arbitrary<string> {
  const words = (type.choices ?? type.suggestions ?? []).map(({ value }) => value);
  const others = VALUES.filter((value) => type.accepts(value));
  const sources = [words, others, [type.example]].filter((values) => values.length > 0);
  return fc.oneof(...sources.map((values) => fc.constantFrom(...values)));
}

/** A part that is required is there; of others, one in `rarity`. */
function maybe<Part>(part: fc.Arbitrary<Part>, isRequired: boolean, rarity: number): fc.Arbitrary<readonly Part[]> {
  const there = part.map((made) => [made]);
  if (isRequired) return there;
  return fc.oneof({ weight: rarity - 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: there });
}

function arbitraryAttribute({ name, type, required }: AttributeModel): fc.Arbitrary<readonly WrittenAttribute[]> {
  const attribute = arbitraryValue(type).map((value): WrittenAttribute => [name, value]);
  return maybe(attribute, required, 3);
}

/** An element of one of its variants; `decided` are the attributes that decide which one it is. */
function arbitraryOf(model: ElementModel, variant: Shape, decided: readonly WrittenAttribute[]): fc.Arbitrary<Xml> {
  const attributes = [...model.attributes, ...variant.attributes].map(arbitraryAttribute);
  const all = [...variant.children, ...model.children];
  const rarity = all.length > 10 ? 10 : 3;
  const children = all.map((child) => maybe(arbitraryElement(child), child.required, rarity));
  const text = model.text ? arbitraryValue(model.text) : fc.constant('');
  return fc
    .tuple(fc.tuple(...attributes), fc.tuple(...children), text)
    .map(([attributeLists, childLists, content]) => ({
      name: model.name,
      attributes: [...decided, ...attributeLists.flat()],
      children: childLists.flat(),
      text: content,
    }));
}

/** An element that the model has nothing against, but for rules that span its parts. */
function arbitraryElement(model: ElementModel): fc.Arbitrary<Xml> {
  const { variants } = model;
  if (!variants) return arbitraryOf(model, { attributes: [], children: [], rules: [] }, []);
  const { attribute, of, otherwise } = variants;
  const byValue = of.map((variant) => arbitraryOf(model, variant, [[attribute.name, variant.value]]));
  return fc.oneof(...byValue, ...(otherwise ? [arbitraryOf(model, otherwise, [])] : []));
}

/** Most devices are interfaces. */
const arbitrarySound = fc.oneof(
  ...[...models.values()].map((model) => ({
    weight: model.name === 'interface' ? 9 : 1,
    arbitrary: arbitraryElement(model),
  })),
);

/** A device as the model has it, or with one or two changes that may spoil it. */
export const arbitraryDevice: fc.Arbitrary<Xml> = fc
  .tuple(arbitrarySound, fc.array(arbitraryMutation, { maxLength: 2 }))
  .map(([root, mutations]) => mutations.reduce(mutated, root));
