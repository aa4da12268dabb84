import { URI, Utils } from 'vscode-uri';
import { baseName, type NovaConfView } from '../../check/view';
import type { Problem } from '../../problems';
import { newInterface, newTemplateIn } from '../../template/newTemplate';
import { newFile, toWorkspaceEdit } from '../edits';
import type { WorkspaceView } from '../workspaceView';
import { mend, problemAt, type Action, type ActionContext } from './action';

/** A VIF type that can be a file's name, and an attribute's value, as it is written. */
const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.+-]*$/u;

/** The interface to start from, for the driver that `conf` selects. Of one that is not read whole, anything may come. */
function interfaceFor(view: WorkspaceView, conf: NovaConfView, vifType: string): readonly string[] {
  const declaration = conf.driver?.kind === 'found' ? conf.driver.declaration : undefined;
  const keys = declaration?.keys.map(({ key }) => key) ?? [];
  const computeKeys = view.computeKeys(conf.uri);
  const provides = (key: string): boolean => !declaration?.complete || keys.includes(key) || computeKeys.has(key);
  return newInterface(vifType, { driver: keys, provides });
}

/** Puts the template into the first of the governed files that hold several. */
function intoFile(
  context: ActionContext,
  conf: NovaConfView,
  problem: Problem,
  vifType: string,
): readonly Action[] | undefined {
  const { view } = context;
  const body = interfaceFor(view, conf, vifType);
  for (const { uri, text, file } of conf.templates) {
    const change = newTemplateIn(text, file, vifType, body);
    if (!change) continue;
    const edit = toWorkspaceEdit([{ uri, ...change }], view.documentOf);
    const title = `Create a template for '${vifType}' in ${baseName(uri)}`;
    return [mend(context, problem, title, edit)];
  }
  return undefined;
}

/** Makes a file of a lone interface beside nova.conf. Not where it is there already, and not where nova.conf names another file itself. */
function asFile(context: ActionContext, conf: NovaConfView, problem: Problem, vifType: string): readonly Action[] {
  const { view, document, createFiles } = context;
  if (!createFiles || conf.selection.templateFile) return [];
  const name = `${vifType}.vif.xml`;
  const uri = Utils.joinPath(Utils.dirname(URI.parse(document.uri)), name).toString();
  if (view.documentOf(uri)) return [];
  const text = `${interfaceFor(view, conf, vifType).join('\n')}\n`;
  return [mend(context, problem, `Create the template ${name}`, newFile(uri, text))];
}

/** Writes the template for the VIF type that a nova.conf selects, where there is none. */
export function createTemplate(context: ActionContext, conf: NovaConfView): readonly Action[] {
  const problem = problemAt(context, 'selection.vif-type-unknown');
  const vifType = conf.selection.vifType?.value ?? '';
  if (!problem || !PLAIN.test(vifType)) return [];
  return intoFile(context, conf, problem, vifType) ?? asFile(context, conf, problem, vifType);
}
