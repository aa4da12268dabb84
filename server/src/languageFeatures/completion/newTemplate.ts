import { CompletionItemKind } from 'vscode-languageserver-types';
import type { TemplateView } from '../../check/view';
import { parseTemplateFile } from '../../template/parse';
import { scanTemplate } from '../../template/scan';
import type { WorkspaceView } from '../workspaceView';
import { isEnclosed } from './attributeAt';
import type { Offer } from './offer';
import { lineAround, plainSlot, type Slot } from './slot';
import { wantedVifTypes } from './vifTypes';

/** What a half-typed tag is: alone on its line. */
const HALF_TAG = /^[ \t]*(<?)([a-z-]*)$/;

/** A new `<template>` inside `<vif-templates>`, and the whole of a new template file, as snippets. */
export function offersOfNewTemplate(view: WorkspaceView, template: TemplateView, offset: number): readonly Offer[] {
  const { text } = template;
  const slot = tagSlot(text, offset);
  if (!slot || isEnclosed(text, offset)) return [];
  const { start, end } = slot.span;
  const without = text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  const types = wantedVifTypes(view, template, offset).map(({ vifType }) => vifType);
  const snippet = templateSnippet(types, view.computeKeys(template.uri));
  if (isBetweenTemplates(without, offset))
    return [offer(slot, 'template', snippet, 'A template for another VIF type.')];
  if (!isEmptyFile(without)) return [];
  const whole = ['<vif-templates>', ...snippet.split('\n').map((line) => `\t${line}`), '</vif-templates>'].join('\n');
  return [offer(slot, 'vif-templates', whole, 'A file that holds a template for each VIF type.')];
}

function offer(slot: Slot, name: string, text: string, documentation: string): Offer {
  return { slot, name, text, snippet: true, kind: CompletionItemKind.Snippet, rank: 0, documentation };
}

function tagSlot(text: string, offset: number): Slot | undefined {
  const line = lineAround(text, offset);
  const found = HALF_TAG.exec(text.slice(line.start, offset));
  if (!found || text.slice(offset, line.end).trim() !== '') return undefined;
  const [, bracket = '', word = ''] = found;
  const start = offset - bracket.length - word.length;
  return { ...plainSlot({ start, end: offset }), typed: bracket };
}

function isBetweenTemplates(text: string, offset: number): boolean {
  const [root, ...tags] = scanTemplate(text, '').tags;
  if (root?.name !== 'vif-templates' || root.kind !== 'open' || offset < root.span.end) return false;
  const close = tags.find(({ name, kind }) => name === root.name && kind === 'close');
  if (close && offset > close.span.start) return false;
  const { templates } = parseTemplateFile(text, { uri: '', vifType: '' });
  return !templates.some(({ span }) => span.start < offset && offset < span.end);
}

/** Whether a file holds nothing, or only what stands before the root element. */
function isEmptyFile(text: string): boolean {
  return /^(?:<\?xml[^<>]*\?>)?$/.test(text.trim());
}

function templateSnippet(types: readonly string[], computeKeys: ReadonlySet<string>): string {
  const mac = computeKeys.has('mac_address') ? ["\t\t<mac address='\\${mac_address}'/>"] : [];
  return [
    `<template vif-type="${choiceStop(types)}">`,
    "\t<interface type='${2|bridge,ethernet,direct|}'>",
    ...mac,
    '\t\t$0',
    '\t</interface>',
    '</template>',
  ].join('\n');
}

/** The first tab stop, with the names to choose from. */
function choiceStop(names: readonly string[]): string {
  const escaped = names.map((name) => name.replace(/[\\,|$}]/g, '\\$&'));
  return escaped.length > 0 ? `\${1|${escaped.join(',')}|}` : '$1';
}
