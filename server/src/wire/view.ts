import type { WorkspaceView } from '../languageFeatures/workspaceView';
import type { LiveRenderings } from '../rendering/liveRenderings';
import type { Views } from '../workspace/views';
import type { Documents } from './documents';

/** Hands the features what they ask for, as it is now. Not to be kept beyond the next change. */
export function makeView(
  views: Views,
  documents: Documents,
  renderings: LiveRenderings,
  driverNames: readonly string[] = [],
): WorkspaceView {
  return {
    documentOf: documents.get,
    template: (uri) => views.template(uri),
    conf: (uri) => (views.kind(uri) === 'nova-conf' ? views.conf(uri) : undefined),
    driver: (uri) => views.driver(uri),
    confs: () => views.confs(),
    templates: () => views.templates(),
    confsOf: (template) => views.confsOf(template),
    lookUpDriver: (name, uri) => views.lookUpDriver(name, uri),
    driverNames: () => driverNames,
    computeKeys: (uri) => new Set(views.settingsOf(uri).computeKeys),
    requestFile: (uri) => views.requestFile(uri),
    requestNames: (uri) => views.requestNames(uri),
    lastValues: (template, vifType) => renderings.lastValues(template, vifType),
  };
}
