import { baseName, findTemplate, type DriverLookup, type NovaConfView } from '../../check/view';
import type { WorkspaceView } from '../workspaceView';
import type { ConfNode, DriverNode, RequestNode, TemplateNode, VifTypeNode } from './node';
import { locationOf } from './place';
import { templateNode } from './templateNode';

/** The templates that a nova.conf selects, one of each file; all that it governs where it leaves the VIF type open. */
function selectedTemplates(view: WorkspaceView, conf: NovaConfView, parent: string): readonly TemplateNode[] {
  const vifType = conf.selection.vifType?.value;
  return conf.templates.flatMap((file) => {
    const selected = vifType === undefined ? file.file.templates : [findTemplate(file, vifType)];
    return selected.flatMap((template) => (template ? [templateNode(view, file, template, parent, conf)] : []));
  });
}

function vifTypeNode(view: WorkspaceView, conf: NovaConfView, parent: string, found: boolean): VifTypeNode {
  const { vifType } = conf.selection;
  const id = `${parent}/vif-type`;
  if (!vifType) return { kind: 'vif-type', id, found };
  const place = locationOf(view, { uri: conf.uri, span: vifType.setting.valueSpan });
  return { kind: 'vif-type', id, vifType: vifType.value, found, place };
}

/** Where the class of a driver stands. */
function classPlace(view: WorkspaceView, lookup: DriverLookup | undefined): Pick<DriverNode, 'place'> {
  if (lookup?.kind !== 'found') return {};
  return { place: locationOf(view, { uri: lookup.view.uri, span: lookup.declaration.classSpan }) };
}

function selectedDriver(view: WorkspaceView, conf: NovaConfView, parent: string): DriverNode {
  const { driver } = conf.selection;
  const shared = { kind: 'driver', id: `${parent}/driver`, selected: true } as const;
  if (!driver) return { ...shared, found: false };
  const setting = { place: locationOf(view, { uri: conf.uri, span: driver.setting.valueSpan }) };
  // What is not looked up, such as a driver that ships where there are no files of it, counts as there.
  const found = conf.driver === undefined || conf.driver.kind === 'found';
  return { ...shared, name: driver.value, found, ...setting, ...classPlace(view, conf.driver) };
}

/** The request of the first template, as rendering finds it. */
function requestNode(view: WorkspaceView, conf: NovaConfView, parent: string): RequestNode {
  const start = { start: 0, end: 0 };
  const [template] = conf.templates;
  const uri = (template && view.requestFile(template.uri)) ?? view.requestFile(conf.uri);
  const shared = {
    kind: 'request',
    id: `${parent}/request`,
    conf: locationOf(view, { uri: conf.uri, span: start }).uri,
  } as const;
  return uri === undefined ? shared : { ...shared, name: baseName(uri), place: locationOf(view, { uri, span: start }) };
}

/** A nova.conf: the VIF type and the driver that it selects, the templates for them, and, once they are asked for, the drivers that it could select. */
export function confNode(view: WorkspaceView, conf: NovaConfView): ConfNode {
  const id = `conf/${conf.uri}`;
  const start = { start: 0, end: 0 };
  const place = locationOf(view, { uri: conf.uri, span: start });
  const templates = selectedTemplates(view, conf, id);
  const render = templates.length > 0 && conf.driver?.kind === 'found' && { uri: place.uri };
  return {
    kind: 'conf',
    id,
    place,
    ...(render && { render }),
    children: [
      vifTypeNode(view, conf, id, templates.length > 0),
      selectedDriver(view, conf, id),
      requestNode(view, conf, id),
      ...templates,
      { kind: 'drivers', id: `${id}/drivers`, conf: place.uri },
    ],
  };
}

/** The drivers that a nova.conf could select; each renders what the nova.conf selects, but with itself. */
export function driverNodes(view: WorkspaceView, conf: NovaConfView): readonly DriverNode[] {
  const { uri } = locationOf(view, { uri: conf.uri, span: { start: 0, end: 0 } });
  const hasTemplate = selectedTemplates(view, conf, '').length > 0;
  return view.driverNames(conf.uri).map((name) => ({
    kind: 'driver',
    id: `conf/${conf.uri}/drivers/${name}`,
    name,
    selected: conf.selection.driver?.value === name,
    found: true,
    ...classPlace(view, view.lookUpDriver(name, conf.uri)),
    ...(hasTemplate && { render: { uri, driver: name } }),
  }));
}
