import { CompletionItemKind } from 'vscode-languageserver-types';
import type { NovaConfView } from '../../check/view';
import { findNovaOption, type NovaOption } from '../../novaConf/catalogue';
import { normalizedGroup, vifOptions, type VifOptionRole } from '../../novaConf/options';
import type { WorkspaceView } from '../workspaceView';
import type { ValuePlace } from './confPlace';
import type { Offer } from './offer';
import { relativePath } from './relativePath';
import type { Slot } from './slot';
import { KNOWN_VIF_TYPES } from './vifTypes';

/** A value that an option may have. */
interface Value {
  readonly name: string;
  readonly kind: CompletionItemKind;
  readonly detail?: string;
}

/** The values that an option may have, as far as they can be listed. */
export function offersOfValues(
  view: WorkspaceView,
  conf: NovaConfView,
  { group, name, slot }: ValuePlace,
  offset: number,
): Offer[] {
  const inGroup = normalizedGroup(group);
  const role = vifOptions.find((option) => option.group === inGroup && option.names.includes(name))?.role;
  const option = role ? undefined : findNovaOption(group, name);
  const values = role ? valuesOfRole(view, conf, role) : option ? valuesOf(option) : [];
  const own = option?.type === 'list' ? itemSlot(conf.text, slot, offset) : slot;
  return values.map((value) => ({ ...value, slot: own, rank: 0 }));
}

function valuesOfRole(view: WorkspaceView, conf: NovaConfView, role: VifOptionRole): readonly Value[] {
  switch (role) {
    case 'vifType':
      return vifTypesOf(conf);
    case 'driver':
      return view.driverNames(conf.uri).map((name) => ({ name, kind: CompletionItemKind.Class, detail: 'VIF driver' }));
    case 'templateFile':
      return templatePaths(view, conf.uri);
  }
}

/** The VIF types that the template files of a nova.conf hold; where it has none, those that are known. */
function vifTypesOf({ templates }: NovaConfView): readonly Value[] {
  const held = templates.flatMap(({ file }) => file.templates.flatMap(({ vifType }) => vifType ?? []));
  const [names, detail] = held.length > 0 ? [new Set(held), 'has a template'] : [KNOWN_VIF_TYPES, 'known VIF type'];
  return [...names].map((name) => ({ name, kind: CompletionItemKind.EnumMember, detail }));
}

/** The template files, as nova.conf would name them. A path that oslo.config would read as something else is left out. */
function templatePaths(view: WorkspaceView, conf: string): readonly Value[] {
  return view
    .templates()
    .flatMap(({ uri }) => relativePath(conf, uri) ?? [])
    .filter((path) => !/["'$\\]|^\s|\s$/.test(path))
    .map((name) => ({ name, kind: CompletionItemKind.File, detail: 'template file' }));
}

function valuesOf({ type, choices, default: usual }: NovaOption): readonly Value[] {
  const kind = type === 'boolean' ? CompletionItemKind.Value : CompletionItemKind.EnumMember;
  const names = type === 'boolean' ? ['true', 'false'] : (choices ?? []);
  return names
    .filter((name) => name !== '')
    .map((name) => ({ name, kind, ...(name === usual && { detail: 'default' }) }));
}

/** The slot of the one item of a list that the cursor stands in. */
function itemSlot(text: string, slot: Slot, offset: number): Slot {
  const comma = text.slice(slot.span.start, offset).lastIndexOf(',');
  let start = slot.span.start + comma + 1;
  while (comma >= 0 && start < offset && text[start] === ' ') start += 1;
  const next = text.slice(offset, slot.span.end).indexOf(',');
  const end = next < 0 ? slot.span.end : offset + next;
  return {
    span: { start, end },
    typed: '',
    before: comma < 0 ? slot.before : '',
    after: next < 0 ? slot.after : '',
  };
}
