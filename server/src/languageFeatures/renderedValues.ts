import { findTemplate } from '../check/view';
import type { Template } from '../template/templateFile';
import type { WorkspaceView } from './workspaceView';

/** The VIF types that a template is rendered for: its own one, or of a default template those that nova.confs select and no other template is for. */
export function vifTypesOf(view: WorkspaceView, uri: string, template: Template): readonly string[] {
  if (!template.isDefault) return template.vifType === undefined ? [] : [template.vifType];
  const file = view.template(uri);
  if (!file) return [];
  const selected = view.confsOf(uri).flatMap(({ selection }) => selection.vifType?.value ?? []);
  return [...new Set(selected)].filter((vifType) => findTemplate(file, vifType)?.isDefault);
}

/** What the keys of a template stood for in its last rendering; `undefined` where there was none. */
export function renderedValues(
  view: WorkspaceView,
  uri: string,
  template: Template,
): ReadonlyMap<string, string> | undefined {
  for (const vifType of vifTypesOf(view, uri, template)) {
    const values = view.lastValues(uri, vifType);
    if (values) return values;
  }
  return undefined;
}
