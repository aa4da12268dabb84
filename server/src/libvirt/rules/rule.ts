import { attributeOf } from '../facts';
import type { Finding } from '../finding';
import type { Element } from '../tree';

/** A fault at the value of an attribute. */
export function atValue(element: Element, name: string, message: string): readonly Finding[] {
  const span = attributeOf(element, name)?.valueSpan ?? element.nameSpan;
  return [{ kind: 'rule', span, message, certain: true }];
}

/** A fault at the name of an attribute: it should not be there. */
export function atName(element: Element, name: string, message: string): readonly Finding[] {
  const span = attributeOf(element, name)?.nameSpan ?? element.nameSpan;
  return [{ kind: 'rule', span, message, certain: true }];
}

/** A fault of a whole element. */
export function atElement(element: Element, message: string): readonly Finding[] {
  return [{ kind: 'rule', span: element.nameSpan, message, certain: true }];
}

/** An element that lacks something. */
export function missing(element: Element, message: string): readonly Finding[] {
  return [{ kind: 'missing', span: element.nameSpan, message, certain: true }];
}
