import type { DocumentLink } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { baseName, type NovaConfView } from '../check/view';
import type { OptionSetting } from '../novaConf/novaConf';
import { vifOptionOf } from '../novaConf/options';
import { substitution } from '../novaConf/substitute';
import { namedTemplate } from '../workspace/namedTemplate';
import { toRange } from './convert';
import type { WorkspaceView } from './workspaceView';

/** Where a link leads, and what the client says of it. */
interface Target {
  readonly target: string;
  readonly tooltip: string;
}

/** The class of a driver: a client that knows the fragment goes to its line and column, any other one to the file. */
function toDriver(view: WorkspaceView, conf: string, name: string): Target | undefined {
  const lookup = view.lookUpDriver(name, conf);
  if (lookup.kind !== 'found') return undefined;
  const document = view.documentOf(lookup.view.uri);
  if (!document) return undefined;
  const { line, character } = document.positionAt(lookup.declaration.classSpan.start);
  return { target: `${document.uri}#L${line + 1},${character + 1}`, tooltip: `Open the driver ${name}` };
}

function toTemplateFile(view: WorkspaceView, conf: string, path: string, setting: OptionSetting): Target | undefined {
  const uri = namedTemplate(conf, { value: path, setting });
  const document = uri === undefined ? undefined : view.documentOf(uri);
  return document && { target: document.uri, tooltip: `Open ${baseName(document.uri)}` };
}

function targetOf(view: WorkspaceView, conf: string, setting: OptionSetting, value: string): Target | undefined {
  const role = vifOptionOf(setting)?.role;
  if (role === 'driver') return toDriver(view, conf, value);
  return role === 'templateFile' ? toTemplateFile(view, conf, value, setting) : undefined;
}

function linksOf(view: WorkspaceView, document: TextDocument, { conf, uri }: NovaConfView): DocumentLink[] {
  const valueOf = substitution(conf);
  return conf.settings.flatMap((setting) => {
    const { valueSpan } = setting;
    const target = valueSpan.start < valueSpan.end && targetOf(view, uri, setting, valueOf(setting));
    return target ? [{ range: toRange(document, valueSpan), ...target }] : [];
  });
}

/** The values of a nova.conf that name a file: the drivers and the template files, those that are there. */
export function documentLinks(view: WorkspaceView, uri: string): DocumentLink[] {
  const document = view.documentOf(uri);
  const conf = view.conf(uri);
  return document && conf ? linksOf(view, document, conf) : [];
}
