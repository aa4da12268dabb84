import type { WorkspaceEdit } from 'vscode-languageserver-types';
import { URI, Utils } from 'vscode-uri';
import { isPartOfOpenStack } from '../../check/checkNovaConf';
import { findTemplate, type DriverView, type NovaConfView } from '../../check/view';
import { newPythonDriver } from '../../driver/newDriver';
import type { Problem } from '../../problems';
import { lineEndOf } from '../../text/lines';
import { newFile, toWorkspaceEdit } from '../edits';
import type { WorkspaceView } from '../workspaceView';
import { mend, problemAt, type Action, type ActionContext } from './action';

/** The keys that the selected template wants of its driver, in its order; `undefined` where no template is selected. */
function wantedKeys(view: WorkspaceView, { selection, templates }: NovaConfView): readonly string[] | undefined {
  const found = templates.flatMap((file) => {
    const template = findTemplate(file, selection.vifType?.value ?? '');
    if (!template) return [];
    const computeKeys = view.computeKeys(file.uri);
    const asked = template.placeholders.filter(({ context }) => context !== 'comment').map(({ key }) => key);
    return [asked.filter((key) => !computeKeys.has(key))];
  });
  return found.length > 0 ? [...new Set(found.flat())] : undefined;
}

/** The URI of a module's file below the folder of a nova.conf: `drivers.qbh` is drivers/qbh.py. */
function moduleFile(confUri: string, parts: readonly string[]): string {
  const folder = Utils.dirname(URI.parse(confUri));
  return Utils.joinPath(folder, `${parts.join('/')}.py`).toString();
}

/** Puts a class at the end of a Python module, as far below what stands above it as Python's style guide has it. */
function append(view: WorkspaceView, { uri, text }: DriverView, lines: readonly string[]): WorkspaceEdit {
  const end = text.trimEnd().length;
  const gap = end > 0 ? ['', '', ''] : [];
  const newText = [...gap, ...lines, ''].join(lineEndOf(text));
  return toWorkspaceEdit([{ uri, span: { start: end, end: text.length }, newText }], view.documentOf);
}

/** Makes a module with a driver where nova.conf selects one that is not there. */
function createModule(context: ActionContext, conf: NovaConfView, problem: Problem): readonly Action[] {
  const { view, document, createFiles } = context;
  const keys = wantedKeys(view, conf);
  const name = conf.selection.driver?.value ?? '';
  if (!createFiles || !keys || isPartOfOpenStack(name)) return [];
  const parts = name.split('.');
  const className = parts.pop() ?? '';
  const text = `${newPythonDriver(className, keys).join('\n')}\n`;
  const title = `Create ${parts.join('/')}.py with the driver ${className}`;
  return [mend(context, problem, title, newFile(moduleFile(document.uri, parts), text))];
}

/** Adds a driver to the module where nova.conf expects one. Not where the module may have it already, in a way that reading does not see. */
function createClass(context: ActionContext, conf: NovaConfView, problem: Problem): readonly Action[] {
  const keys = wantedKeys(context.view, conf);
  const name = conf.selection.driver?.value ?? '';
  if (!keys || conf.driver?.kind !== 'no-class' || isPartOfOpenStack(name)) return [];
  const { view: driver } = conf.driver;
  const { complete, problems } = driver.module;
  if (driver.shipped || driver.language !== 'python' || !complete || problems.length > 0) return [];
  const className = name.slice(name.lastIndexOf('.') + 1);
  const edit = append(context.view, driver, newPythonDriver(className, keys));
  const title = `Create the driver ${className} from the placeholders of its template`;
  return [mend(context, problem, title, edit)];
}

/** Writes the driver that a nova.conf selects and that is not there, from the placeholders of the template that it is to fill. */
export function createDriver(context: ActionContext, conf: NovaConfView): readonly Action[] {
  const noModule = problemAt(context, 'selection.driver-module-not-found');
  const noClass = problemAt(context, 'selection.driver-class-not-found');
  return [
    ...(noModule ? createModule(context, conf, noModule) : []),
    ...(noClass ? createClass(context, conf, noClass) : []),
  ];
}
