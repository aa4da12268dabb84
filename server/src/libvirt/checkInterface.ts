import { checkElement } from './checkElement';
import type { Finding } from './finding';
import { modelOf } from './model';
import type { Element } from './tree';

/**
 * What libvirt 9.0 rejects of an `<interface>`, or a `<hostdev>` with a PCI device: its schema or its parser. In the order of
 * the text. Nothing for any other element.
 */
export function checkInterface(element: Element): readonly Finding[] {
  const model = modelOf(element);
  const found: Finding[] = [];
  if (model) checkElement(element, model, found);
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
