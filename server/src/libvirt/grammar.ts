import type { Finding } from './finding';
import type { Element } from './tree';
import { oneOf, type ValueType } from './valueType';

/** What the model knows of an attribute. */
export interface AttributeModel {
  readonly name: string;
  readonly documentation: string;
  readonly type: ValueType;
  readonly required: boolean;
}

/** What certainly holds across attributes and elements: gives what is wrong with an element. */
export type Rule = (element: Element) => readonly Finding[];

/** What an element can hold. */
export interface Shape {
  readonly attributes: readonly AttributeModel[];
  readonly children: readonly ElementModel[];
  readonly rules: readonly Rule[];
}

/** What an element can hold besides, where the attribute that decides has this value. */
export interface Variant extends Shape {
  readonly value: string;
  readonly documentation: string;
}

/** An attribute whose value decides what else an element can hold. */
export interface Variants {
  readonly attribute: AttributeModel;
  readonly of: readonly Variant[];
  /** What the element can hold without that attribute. */
  readonly otherwise?: Shape;
}

/** What the model knows of an element in its place. */
export interface ElementModel extends Shape {
  readonly name: string;
  readonly documentation: string;
  readonly required: boolean;
  readonly repeatable: boolean;
  /** Missing where it holds no text. */
  readonly text?: ValueType;
  readonly variants?: Variants;
}

/** What has been left out is nothing. */
type Parts = Partial<Shape>;

function shape({ attributes = [], children = [], rules = [] }: Parts): Shape {
  return { attributes, children, rules };
}

export function attribute(name: string, type: ValueType, documentation: string): AttributeModel {
  return { name, documentation, type, required: false };
}

export function element(
  name: string,
  documentation: string,
  { text, variants, ...parts }: Parts & Pick<ElementModel, 'text' | 'variants'> = {},
): ElementModel {
  return {
    name,
    documentation,
    required: false,
    repeatable: false,
    ...shape(parts),
    ...(text && { text }),
    ...(variants && { variants }),
  };
}

/** The same, but its parent cannot be without it. */
export function required<Part extends { readonly required: boolean }>(part: Part): Part {
  return { ...part, required: true };
}

/** The same, but as often as one likes. */
export function repeatable(part: ElementModel): ElementModel {
  return { ...part, repeatable: true };
}

export function variant(value: string, documentation: string, parts: Parts = {}): Variant {
  return { value, documentation, ...shape(parts) };
}

/** Variants by an attribute that has to be there. */
export function variants(name: string, documentation: string, of: readonly Variant[]): Variants {
  return { attribute: required(attribute(name, oneOf(...of), documentation)), of };
}

/** Variants by an attribute that can be left out; then `otherwise` holds. */
export function optionalVariants(
  name: string,
  documentation: string,
  of: readonly Variant[],
  otherwise: Parts,
): Variants {
  return { attribute: attribute(name, oneOf(...of), documentation), of, otherwise: shape(otherwise) };
}
