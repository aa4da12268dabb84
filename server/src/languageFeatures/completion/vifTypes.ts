import { CompletionItemKind } from 'vscode-languageserver-types';
import { baseName, type NovaConfView, type TemplateView } from '../../check/view';
import { touches } from '../../text/span';
import type { WorkspaceView } from '../workspaceView';
import type { Offer } from './offer';
import type { Slot } from './slot';

/** The VIF types that libvirt's part of today's Nova knows. */
export const TODAYS_VIF_TYPES: readonly string[] = [
  'bridge',
  'ovs',
  'agilio_ovs',
  'ivs',
  'vrouter',
  'vhostuser',
  'hw_veb',
  '802.1qbh',
  '802.1qbg',
  'macvtap',
  'tap',
  'midonet',
  'iovisor',
  'hostdev_physical',
  'ib_hostdev',
];

/** The VIF types that the templates which ship are for: the last ones are those of the early Nova. */
export const KNOWN_VIF_TYPES: readonly string[] = [
  ...TODAYS_VIF_TYPES,
  'ethernet',
  '802.1Qbh',
  '802.1Qbg',
  'openvswitch',
];

/** A VIF type, and the nova.conf that selects it if one does. */
export interface WantedVifType {
  readonly vifType: string;
  readonly conf?: NovaConfView;
}

/** The VIF types that a template file has no template of: those that its nova.confs select come first. One that stands at `offset` counts as not written yet. */
export function wantedVifTypes(view: WorkspaceView, { uri, file }: TemplateView, offset: number): WantedVifType[] {
  const written = file.templates.filter(({ vifTypeSpan }) => !vifTypeSpan || !touches(vifTypeSpan, offset));
  const held = new Set(written.map(({ vifType }) => vifType));
  const wanted = new Map<string, WantedVifType>();
  for (const conf of view.confsOf(uri)) {
    const vifType = conf.selection.vifType?.value;
    if (vifType && !wanted.has(vifType)) wanted.set(vifType, { vifType, conf });
  }
  for (const vifType of KNOWN_VIF_TYPES) if (!wanted.has(vifType)) wanted.set(vifType, { vifType });
  return [...wanted.values()].filter(({ vifType }) => !held.has(vifType) && !/["'<>&]/.test(vifType));
}

/** The VIF types that a new `<template>` may be for. */
export function offersOfWantedVifTypes(wanted: readonly WantedVifType[], slot: Slot): Offer[] {
  return wanted.map(({ vifType, conf }) => ({
    slot,
    name: vifType,
    kind: CompletionItemKind.EnumMember,
    rank: conf ? 0 : 1,
    detail: conf ? `selected in ${baseName(conf.uri)}` : 'known VIF type',
  }));
}
