import { problem, type Problem } from '../problems';
import { ownSlice } from '../text/ownSlice';
import { inside } from '../text/sorted';
import type { Span } from '../text/span';
import type { ScanState } from './scanState';
import { CONTAINER, DEVICES, type Tag } from './tags';
import type { Template } from './templateFile';

/** A template as far as there is one, and what is wrong with it beside its XML. */
export interface MadeTemplate {
  readonly template?: Template;
  readonly problems: readonly Problem[];
}

/** From the first opening tag of a device to the last closing one of its name. */
function findDevice(tags: readonly Tag[]): Span | undefined {
  const first = tags.find(({ name, kind }) => DEVICES.has(name) && kind !== 'close');
  const last = tags.findLast(({ name }) => name === first?.name);
  return first && last && { start: first.span.start, end: Math.max(first.span.end, last.span.end) };
}

function checkNamed(vifType: string | undefined, nameSpan: Span): readonly Problem[] {
  if (vifType) return [];
  return [problem('template.no-vif-type', nameSpan, 'This template does not say its VIF type. Write vif-type="…".')];
}

function checkDevice(device: Span | undefined, nameSpan: Span): readonly Problem[] {
  if (device) return [];
  return [problem('template.no-interface', nameSpan, 'This template holds no <interface> and no <hostdev>.')];
}

/** Makes the template at `span` out of its tags, of which the first one is that of the `<template>`. */
export function templateIn(state: ScanState, tags: readonly Tag[], span: Span): MadeTemplate {
  const [opening] = tags;
  if (!opening) return { problems: [] };
  const vifTypeSpan = opening.attributes.find(({ name }) => name === 'vif-type')?.valueSpan;
  const vifType = vifTypeSpan && ownSlice(state.text, vifTypeSpan);
  const interfaceSpan = findDevice(tags);
  return {
    template: { vifType, vifTypeSpan, span, interfaceSpan, placeholders: inside(state.placeholders, span), tags },
    problems: [...checkNamed(vifType, opening.nameSpan), ...checkDevice(interfaceSpan, opening.nameSpan)],
  };
}

const EXPECTED =
  'A template file holds one <interface> or <hostdev>, or <vif-templates> with a <template vif-type="…"> for each VIF type.';

function checkRoot(root: Tag | undefined): readonly Problem[] {
  if (root === undefined)
    return [
      problem('template.no-interface', { start: 0, end: 0 }, `The file holds no element. ${EXPECTED}`, {
        severity: 'warning',
      }),
    ];
  if (root.name === CONTAINER || DEVICES.has(root.name)) return [];
  return [problem('template.no-interface', root.nameSpan, `The root element is '${root.name}'. ${EXPECTED}`)];
}

/** Makes the one template of a file with a lone device: the whole file. */
export function loneTemplate({ text, tags, placeholders }: ScanState, vifType: string): MadeTemplate {
  const interfaceSpan = findDevice(tags);
  const [root] = tags;
  if (!interfaceSpan) return { problems: checkRoot(root) };
  const template = { vifType, span: { start: 0, end: text.length }, interfaceSpan, placeholders, tags };
  const unnamed = checkNamed(vifType, interfaceSpan);
  return { template, problems: [...checkRoot(root), ...unnamed] };
}
