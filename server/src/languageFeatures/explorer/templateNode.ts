import { pairingsOf, provisionOf, type Pairing, type Provision } from '../../check/pairing';
import { baseName, type NovaConfView, type TemplateView } from '../../check/view';
import type { Placeholder, Template } from '../../template/templateFile';
import type { WorkspaceView } from '../workspaceView';
import type { ExplorerRender, PlaceholderNode, PlaceholderState, TemplateNode } from './node';
import { locationOf } from './place';

const STATES: Readonly<Record<Provision, PlaceholderState>> = {
  driver: 'provided',
  sometimes: 'sometimes',
  compute: 'compute',
  missing: 'missing',
  unknown: 'unknown',
};

/** What a template asks for, each key once, by where it stands first. What is only a comment's or a condition's is left out, as the code lens does. */
function askedIn({ placeholders }: Template): readonly Placeholder[] {
  const first = new Map<string, Placeholder>();
  for (const placeholder of placeholders) {
    const { key, context, optional } = placeholder;
    if (context === 'comment' || context === 'directive') continue;
    const known = first.get(key);
    // Where one of them may be left out and another may not, the key is needed.
    if (!known || (known.optional && !optional)) first.set(key, placeholder);
  }
  return [...first.values()];
}

function stateOf(key: string, optional: boolean, provision: Provision): PlaceholderState {
  const isFilled = provision === 'driver' || provision === 'compute';
  return optional && !isFilled ? 'optional' : STATES[provision];
}

/** The pairing of one template with the driver of a nova.conf; `undefined` where no driver is found, or another template is selected. */
function pairingOf(file: TemplateView, template: Template, conf: NovaConfView | undefined): Pairing | undefined {
  const pairings = conf ? pairingsOf(file, [conf]) : [];
  return pairings.find((pairing) => pairing.template === template);
}

function renderOf(
  view: WorkspaceView,
  { uri, file }: TemplateView,
  template: Template,
  conf: NovaConfView | undefined,
): ExplorerRender | undefined {
  if (conf?.driver?.kind !== 'found') return undefined;
  const vifType = template.vifType ?? conf.selection.vifType?.value;
  return {
    uri: view.documentOf(uri)?.uri ?? uri,
    ...(vifType !== undefined && { vifType }),
    ...(conf.selection.driver && { driver: conf.selection.driver.value }),
    ...(file.dialect === 'cheetah' && { part: 'branch' }),
  };
}

function placeholderNode(
  view: WorkspaceView,
  file: TemplateView,
  parent: string,
  { key, optional, keySpan }: Placeholder,
  pairing: Pairing | undefined,
): PlaceholderNode {
  const computeKeys = view.computeKeys(file.uri);
  const without = computeKeys.has(key) ? 'compute' : 'unknown';
  const provision = pairing ? provisionOf(key, pairing, computeKeys) : without;
  const isDrivers = provision === 'driver' || provision === 'sometimes';
  return {
    kind: 'placeholder',
    id: `${parent}/${key}`,
    key,
    state: stateOf(key, optional === true, provision),
    ...(pairing && isDrivers && { driver: pairing.driverName }),
    place: locationOf(view, { uri: file.uri, span: keySpan }),
  };
}

/**
 * A template with the placeholders that it asks for.
 * @param conf the nova.conf that it is shown under; `undefined` under none
 */
export function templateNode(
  view: WorkspaceView,
  file: TemplateView,
  template: Template,
  parent: string,
  conf?: NovaConfView,
): TemplateNode {
  const { vifType, vifTypeSpan, interfaceSpan, span } = template;
  const id = `${parent}/${file.uri}/${file.file.templates.indexOf(template)}`;
  const pairing = pairingOf(file, template, conf);
  const render = renderOf(view, file, template, conf);
  return {
    kind: 'template',
    id,
    ...(vifType !== undefined && { vifType }),
    file: baseName(file.uri),
    selected: conf?.selection.vifType !== undefined,
    place: locationOf(view, { uri: file.uri, span: vifTypeSpan ?? interfaceSpan ?? span }),
    ...(render && { render }),
    children: askedIn(template).map((placeholder) => placeholderNode(view, file, id, placeholder, pairing)),
  };
}
