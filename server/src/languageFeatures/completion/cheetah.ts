import type { TemplateView } from '../../check/view';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { nicVariablesAt } from '../../cheetahTemplate/nicVariables';
import { isKey } from '../../template/placeholder';
import type { WorkspaceView } from '../workspaceView';
import { offersInCheetahDevice } from './cheetahDevice';
import { offersOfDirectives } from './cheetahDirectives';
import { offersOfNames } from './cheetahNames';
import type { Offer } from './offer';
import { offersOfKeys } from './placeholderKeys';
import { endOfWord, lineAround, plainSlot, quotedSlot, type Slot } from './slot';
import { offersOfWantedVifTypes, wantedVifTypes } from './vifTypes';

/** A template file of the Cheetah dialect. */
export interface CheetahView extends TemplateView {
  readonly file: CheetahTemplateFile;
}

/** How far in front of the cursor its expression is looked for. */
const FARTHEST = 500;
/** A string as far as it is written, and what stands behind the VIF type that is compared with one. */
const STRING = /(["'])([^"']*)$/;
const COMPARED = /^[^=!<>#]*?(?:[=!]=|\bin\b)/;
/** A member or an item of a name: `$nic.`, `${nic['`. */
const MEMBER = /\$[!]?[{([]?\s*([A-Za-z_]\w*)(?:\.(\w*)|\[\s*(["'])([^"'\]]*))$/;
/** A name behind its `$`, and the bracket between them. */
const NAME = /\$([{([]?)(\w*)$/;
const DIRECTIVE = /^[ \t]*#([a-z ]*)$/;

/** What may be written at a place of a Cheetah file: keys of the network dictionary, names, VIF types, words that libvirt knows, and with `snippets` directives, elements and attributes. */
export function offersInCheetah(
  view: WorkspaceView,
  template: CheetahView,
  offset: number,
  snippets: boolean,
): readonly Offer[] {
  const { text } = template;
  const line = lineAround(text, offset);
  const before = text.slice(line.start, offset);
  const near = before.slice(-FARTHEST);
  if (/^\s*##/.test(before)) return [];
  const vifType = comparedString(near);
  if (vifType && isDirective(before)) return offersOfVifTypes(view, template, offset, vifType);
  const member = MEMBER.exec(near);
  if (member) return offersOfMembers(view, template, offset, member);
  const name = NAME.exec(near);
  if (name && !/[\\$]$/.test(near.slice(0, name.index)))
    return offersBehindSign(view, template, offset, name, isDirective(before));
  if (DIRECTIVE.test(before)) return snippets ? offersOfDirectives(text, offset, before) : [];
  return offersInCheetahDevice(template, template.file, offset, snippets);
}

/** The string that the VIF type is compared with, as far as it is written; `undefined` where there is none. */
function comparedString(near: string): RegExpExecArray | undefined {
  const string = STRING.exec(near);
  if (string === null) return undefined;
  const before = near.slice(0, string.index);
  const [, ...behind] = before.slice(before.lastIndexOf('#') + 1).split(/\bvif_type\b/);
  return behind.some((text) => COMPARED.test(text)) ? string : undefined;
}

/** Whether the beginning of a line is that of a directive. */
function isDirective(before: string): boolean {
  return /^[ \t]*#[a-z]/.test(before);
}

function offersOfVifTypes(
  view: WorkspaceView,
  template: CheetahView,
  offset: number,
  [, quote = '', typed = '']: RegExpExecArray,
): readonly Offer[] {
  const slot = quotedSlot(template.text, offset - typed.length, offset, quote);
  return offersOfWantedVifTypes(wantedVifTypes(view, template, offset), slot);
}

function offersOfMembers(
  view: WorkspaceView,
  template: CheetahView,
  offset: number,
  [, variable = '', member, quote, item = '']: RegExpExecArray,
): readonly Offer[] {
  if (!nicVariablesAt(template.file, offset).includes(variable)) return [];
  const { text } = template;
  const slot: Slot =
    quote === undefined
      ? plainSlot({ start: offset - (member ?? '').length, end: endOfIdentifier(text, offset) })
      : quotedSlot(text, offset - item.length, offset, quote);
  return keysOf(view, template, offset, slot);
}

/** The keys that can stand behind a dot. */
function keysOf(view: WorkspaceView, template: CheetahView, offset: number, slot: Slot): readonly Offer[] {
  return offersOfKeys(view, template, offset, slot).filter(({ name }) => isKey(name) && /^\w+$/.test(name));
}

/** Behind `$` or `${`: the keys of the network dictionary with the loop's variable in front, and the names. */
function offersBehindSign(
  view: WorkspaceView,
  template: CheetahView,
  offset: number,
  [written, bracket = '', typed = '']: RegExpExecArray,
  inDirective: boolean,
): readonly Offer[] {
  const { text } = template;
  if (bracket !== '' && bracket !== '{') return [];
  const end = typed === '' && !/\w/.test(text.charAt(offset)) ? offset : endOfIdentifier(text, offset);
  const isClosed = bracket !== '' && text[end] === '}';
  const braces = !inDirective || bracket !== '';
  const slot: Slot = {
    span: { start: offset - written.length, end: isClosed ? end + 1 : end },
    typed: `$${bracket}`,
    before: braces ? '${' : '$',
    after: braces ? '}' : '',
  };
  const variable = nicVariablesAt(template.file, offset).at(-1);
  const keys = variable === undefined ? [] : keysOf(view, template, offset, slot);
  return [
    ...keys.map((offer) => ({ ...offer, name: `${variable ?? ''}.${offer.name}` })),
    ...offersOfNames(view, template, slot),
  ];
}

function endOfIdentifier(text: string, offset: number): number {
  const end = endOfWord(text, offset);
  const word = /^\w*/.exec(text.slice(offset, end))?.[0] ?? '';
  return offset + word.length;
}
