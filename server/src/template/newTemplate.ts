import { lineEndOf } from '../text/lines';
import type { TextChange } from '../text/span';
import { isKey, writePlaceholder } from './placeholder';
import type { TemplateFile } from './templateFile';

/** An element of a new template. `tag` is what stands between its brackets. */
interface Shape {
  readonly tag: string;
  readonly children: readonly Shape[];
}

function element(tag: string, ...children: readonly Shape[]): Shape {
  return { tag, children };
}

const MAC = element("mac address='${mac_address}'");
const MODEL = element("model type='virtio'");

const BRIDGE = element("interface type='bridge'", MAC, element("source bridge='${bridge_name}'"), MODEL);

/** A device of the host that is handed on: no interface for libvirt. */
const HOST_DEVICE = element(
  "hostdev mode='subsystem' type='pci' managed='yes'",
  element(
    'source',
    element("address domain='${pci_domain}' bus='${pci_bus}' slot='${pci_slot}' function='${pci_function}'"),
  ),
);

/** How the device of each VIF type looks, in libvirt's words. Any other VIF type gets a bridge to start with. */
const SHAPES: Readonly<Record<string, Shape>> = {
  bridge: BRIDGE,
  hostdev_physical: HOST_DEVICE,
  ib_hostdev: HOST_DEVICE,
  ethernet: element(
    "interface type='ethernet'",
    MAC,
    element("target dev='${target_device}'"),
    element("script path='${script}'"),
    MODEL,
  ),
  '802.1Qbh': element(
    "interface type='direct'",
    MAC,
    element("source dev='${source_device}' mode='private'"),
    element("virtualport type='802.1Qbh'", element("parameters profileid='${profile_name}'")),
    MODEL,
  ),
  '802.1Qbg': element(
    "interface type='direct'",
    MAC,
    element("source dev='${source_device}' mode='vepa'"),
    element(
      "virtualport type='802.1Qbg'",
      element(
        "parameters managerid='${manager_id}' typeid='${type_id}' typeidversion='${type_id_version}' instanceid='${instance_id}'",
      ),
    ),
    MODEL,
  ),
  openvswitch: element(
    "interface type='bridge'",
    MAC,
    element("source bridge='${bridge_name}'"),
    element("virtualport type='openvswitch'", element("parameters interfaceid='${interface_id}'")),
    element("target dev='${target_device}'"),
    MODEL,
  ),
};

/** What a new template can count on. */
export interface KnownKeys {
  /** The keys of the driver that is to fill it. */
  readonly driver: readonly string[];
  /** Whether a key has a value, or may have one. */
  readonly provides: (key: string) => boolean;
}

function keysOf(tag: string): readonly string[] {
  return [...tag.matchAll(/\$\{([^{}]*)\}/g)].map(([, key = '']) => key);
}

/** The lines of an element; none where it asks for a key that has no value. */
function linesOf({ tag, children }: Shape, provides: KnownKeys['provides']): readonly string[] {
  if (!keysOf(tag).every(provides)) return [];
  const inside = children.flatMap((child) => linesOf(child, provides));
  if (inside.length === 0) return [`<${tag}/>`];
  return [`<${tag}>`, ...inside.map((line) => `  ${line}`), `</${tag.replace(/ .*/, '')}>`];
}

/** A comment with those keys of the driver that no line asks for, so that they are not forgotten. */
function commentOf(keys: readonly string[]): readonly string[] {
  const placeholders = keys
    .filter((key) => !key.includes('--') && isKey(key))
    .map((key) => writePlaceholder(key, false));
  return placeholders.length > 0 ? [`<!-- The driver also provides ${placeholders.join(', ')}. -->`] : [];
}

/** The lines of an interface for a VIF type to start from, without indentation or line ends. What the driver also provides stands in a comment above. */
export function newInterface(vifType: string, { driver, provides }: KnownKeys): readonly string[] {
  const known = Object.hasOwn(SHAPES, vifType) ? SHAPES[vifType] : undefined;
  const lines = linesOf(known ?? BRIDGE, provides);
  const used = new Set(lines.flatMap(keysOf));
  return [...commentOf(driver.filter((key) => !used.has(key))), ...lines];
}

/** Where the blanks at the start of a line stand, if nothing but blanks precedes `offset` there. */
function indentBefore(text: string, offset: number): string | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  const before = text.slice(lineStart, offset);
  return /^[ \t]*$/.test(before) ? before : undefined;
}

/**
 * The change that puts a template with the lines `body` behind the others of a file, indented as they are. `vifType` holds
 * no character that XML wants escaped. Undefined for a file of a lone `<interface>`, and one with faults.
 */
export function newTemplateIn(
  text: string,
  { tags, templates, problems }: TemplateFile,
  vifType: string,
  body: readonly string[],
): Omit<TextChange, 'uri'> | undefined {
  const [root] = tags;
  const closing = tags.at(-1);
  if (root?.name !== 'vif-templates' || !closing || problems.length > 0) return undefined;
  const lineEnd = lineEndOf(text);
  const last = templates.at(-1);
  const indent = (last && indentBefore(text, last.span.start)) ?? '  ';
  const unit = indent === '' ? '  ' : indent;
  const lines = [`<template vif-type="${vifType}">`, ...body.map((line) => unit + line), '</template>'];
  const written = lines.map((line) => indent + line + lineEnd).join('');
  if (root.kind === 'empty') {
    const span = { start: root.span.end - '/>'.length, end: root.span.end };
    return { span, newText: `>${lineEnd}${written}</vif-templates>` };
  }
  const ownIndent = indentBefore(text, closing.span.start);
  const offset = closing.span.start - (ownIndent ?? '').length;
  const previous = templates.at(-2);
  const apart = previous && last && /\n\s*\n|\r\s*\r/.test(text.slice(previous.span.end, last.span.start));
  const newText = (ownIndent === undefined ? lineEnd : '') + (apart ? lineEnd : '') + written;
  return { span: { start: offset, end: offset }, newText };
}
