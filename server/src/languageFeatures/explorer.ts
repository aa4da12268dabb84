import { confNode, driverNodes } from './explorer/confNode';
import type { DriverNode, ExplorerNode } from './explorer/node';
import { templateNode } from './explorer/templateNode';
import type { WorkspaceView } from './workspaceView';

/** The tree of a workspace: each nova.conf with what it selects, then the templates that none governs. Empty where there is neither. */
export function explorer(view: WorkspaceView): readonly ExplorerNode[] {
  const confs = view.confs().map((conf) => confNode(view, conf));
  const id = 'ungoverned';
  const loose = view.templates().filter(({ uri }) => view.confsOf(uri).length === 0);
  const children = loose.flatMap((file) =>
    file.file.templates.map((template) => templateNode(view, file, template, id)),
  );
  return children.length > 0 ? [...confs, { kind: 'ungoverned', id, children }] : confs;
}

/** What lies below the node `drivers` of a nova.conf. The view has to know the drivers that could be selected there. */
export function explorerDrivers(view: WorkspaceView, conf: string): readonly DriverNode[] {
  const found = view.conf(conf);
  return found ? driverNodes(view, found) : [];
}
