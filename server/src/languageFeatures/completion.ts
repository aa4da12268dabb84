import type { CompletionItem } from 'vscode-languageserver-types';
import { offersInCheetah } from './completion/cheetah';
import { offersInDriver } from './completion/driver';
import { offersInNovaConf } from './completion/novaConf';
import { toItems, type Offer } from './completion/offer';
import { offersInTemplate } from './completion/template';
import type { WorkspaceView } from './workspaceView';

/**
 * What may be written at `offset` of a nova.conf, a template or a driver; in any other file, and in a driver that no nova.conf
 * selects, nothing. `snippets` says whether the client knows tab stops.
 */
export function complete(view: WorkspaceView, uri: string, offset: number, snippets: boolean): CompletionItem[] {
  const document = view.documentOf(uri);
  return document ? toItems(document, offersAt(view, uri, offset, snippets)) : [];
}

function offersAt(view: WorkspaceView, uri: string, offset: number, snippets: boolean): readonly Offer[] {
  const conf = view.conf(uri);
  if (conf) return offersInNovaConf(view, conf, offset);
  const template = view.template(uri);
  if (!template) return offersInDriver(view, uri, offset);
  const { file } = template;
  return file.dialect === 'cheetah'
    ? offersInCheetah(view, { ...template, file }, offset, snippets)
    : offersInTemplate(view, template, offset, snippets);
}
