import type { AttributeModel, ElementModel } from '../../libvirt/grammar';

/** Numbers the tab stops of a snippet. */
class Stops {
  #last = 0;

  stop(example: string, choices: readonly string[]): string {
    this.#last += 1;
    const escaped = choices.map((choice) => choice.replace(/[\\,|$}]/g, '\\$&'));
    if (escaped.length > 1) return `\${${this.#last}|${escaped.join(',')}|}`;
    return `\${${this.#last}:${(choices[0] ?? example).replace(/[\\$}]/g, '\\$&')}}`;
  }
}

function attributeText({ name, type }: AttributeModel, stops: Stops): string {
  const choices = (type.choices ?? type.suggestions ?? []).map(({ value }) => value);
  return `${name}='${stops.stop(type.example, choices)}'`;
}

/** The attributes that an element cannot be without; of its variants', only the one that decides. */
function neededAttributes({ attributes, variants }: ElementModel): readonly AttributeModel[] {
  return [...(variants ? [variants.attribute] : []), ...attributes].filter(({ required }) => required);
}

function elementText(model: ElementModel, stops: Stops, isOutermost: boolean): string {
  const { name, children, text, variants } = model;
  const opening = [name, ...neededAttributes(model).map((attribute) => attributeText(attribute, stops))].join(' ');
  const inside = children.filter(({ required }) => required).map((child) => elementText(child, stops, false));
  if (text) return `<${opening}>${stops.stop(text.example, [])}</${name}>`;
  if (inside.length > 0) return `<${opening}>${inside.join('')}</${name}>`;
  const holdsMore = isOutermost && (children.length > 0 || variants?.of.some((variant) => variant.children.length > 0));
  return holdsMore ? `<${opening}>$0</${name}>` : `<${opening}/>`;
}

/** A snippet for an element with all that it cannot be without. */
export function elementSnippet(model: ElementModel): string {
  return elementText(model, new Stops(), true);
}

/** A snippet for an attribute with its value. */
export function attributeSnippet(attribute: AttributeModel): string {
  return attributeText(attribute, new Stops());
}
