import type { Element } from '../template/elements';
import type { Span } from '../text/span';
import type { TracedText } from './tracedText';
import { textOf, valueOf, type TracedValue } from './tracedValue';

/** An element of interface XML whose values know where they come from. */
export class TracedElement {
  constructor(
    private readonly element: Element,
    private readonly text: TracedText,
  ) {}

  /** The name, with where it comes from. */
  get name(): TracedValue | undefined {
    return valueOf(this.text.runs(this.element.opening.nameSpan));
  }

  /** The place of its name in the template file, where that is known. */
  get source(): Span | undefined {
    return this.text.source(this.element.opening.nameSpan);
  }

  /** The first child of a name. */
  child(name: string): TracedElement | undefined {
    return this.children(name)[0];
  }

  children(name: string): readonly TracedElement[] {
    const children = this.element.children.filter(({ opening }) => opening.name === name);
    return children.map((child) => new TracedElement(child, this.text));
  }

  /** The value of an attribute; undefined where it is not there or empty. */
  attribute(name: string): TracedValue | undefined {
    const attribute = this.element.opening.attributes.find((each) => each.name === name);
    return attribute && valueOf(this.text.runs(attribute.valueSpan));
  }

  /** The text of an attribute, where there is one and all of it is filled in. */
  known(name: string): string | undefined {
    const value = this.attribute(name);
    return value?.every(({ origin }) => origin !== 'unfilled') ? textOf(value) : undefined;
  }
}
