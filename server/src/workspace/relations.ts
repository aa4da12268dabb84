import { URI, Utils } from 'vscode-uri';
import type { DriverLookup, NovaConfView } from '../check/view';
import { parseDriverName } from './driverLookup';
import { isTemplate } from './fileKind';
import { candidates } from './moduleResolver';
import type { Views } from './views';

/**
 * Every file that is checked for itself or because a nova.conf selects it, each found out when it is asked for. What ships is no user's to
 * mend. Checked in this order no file takes long, however many there are: a template file is looked at with its nova.confs, a nova.conf with
 * all its template files, which have been read by then, and a driver with all nova.confs.
 */
export function* checkedFiles(views: Views): Generator<string> {
  const files = new Set([...views.templateFiles(), ...views.existing('nova-conf')]);
  yield* files;
  for (const uri of views.confUris()) {
    const driver = ownDriver(views.conf(uri));
    if (driver !== undefined && !files.has(driver)) yield driver;
    if (driver !== undefined) files.add(driver);
  }
}

/** The drivers that nova.confs and template files hang on, each once; not those that ship. */
export function driversOf(views: Views, uris: readonly string[]): readonly string[] {
  const confs = new Set(uris.flatMap((uri) => relatedConfs(views, uri)));
  return [...new Set([...confs].flatMap((conf) => ownDriver(conf) ?? []))];
}

/** The files whose problems may change when the text of `uri` does, itself among them: templates first, in which what a nova.conf or a driver spoils shows. */
export function relatedFiles(views: Views, uri: string): ReadonlySet<string> {
  const confs = relatedConfs(views, uri);
  const drivers = confs.flatMap((conf) => foundDriver(conf)?.view.uri ?? []);
  const templates = new Set(confs.flatMap((conf) => views.templatesOf(conf.uri)));
  const others = isTemplate(views.kind(uri)) ? [uri] : [...templates];
  const competing = confs.some(({ selection }) => selection.templateFile)
    ? others.flatMap((other) => views.confsOf(other))
    : [];
  return new Set([
    ...others,
    ...cheetahFilesBy(views, uri),
    uri,
    ...[...confs, ...competing].map((conf) => conf.uri),
    ...drivers,
  ]);
}

/** The Cheetah files whose names come from a request, or all of them for a nova.conf: each says which VIF types none selects. */
function cheetahFilesBy(views: Views, uri: string): readonly string[] {
  const kind = views.kind(uri);
  if (kind !== 'request' && kind !== 'nova-conf') return [];
  return views
    .templateFiles()
    .filter((file) => views.kind(file) === 'cheetah')
    .filter((file) => kind === 'nova-conf' || views.requestFile(file) === uri);
}

/** The nova.confs whose problems, or whose driver's or templates', hang on a file. */
function relatedConfs(views: Views, uri: string): readonly NovaConfView[] {
  const kind = views.kind(uri);
  if (isTemplate(kind)) return views.confsOf(uri);
  if (kind === 'nova-conf') return [views.conf(uri)].filter((conf) => conf !== undefined);
  let moduleName: string | undefined;
  const mayLeadTo = (conf: NovaConfView): boolean => {
    const module = parseDriverName(conf.selection.driver?.value ?? '')?.module;
    if (module === undefined || lastPart(module) !== (moduleName ??= moduleNameOf(uri))) return false;
    const folders = views.searchFolders(conf.uri);
    return folders.some((folder) => candidates(folder, module).some(([candidate]) => candidate === uri));
  };
  return views.confs().filter((conf) => modulesOf(conf).includes(uri) || mayLeadTo(conf));
}

/** The modules that were read to find the driver, and to tell its keys. */
function modulesOf({ driver }: NovaConfView): readonly string[] {
  if (driver?.kind === 'no-class') return driver.through;
  return driver?.kind === 'found' ? [driver.view.uri, ...driver.through, ...driver.view.module.modules] : [];
}

function foundDriver({ driver }: NovaConfView): Extract<DriverLookup, { kind: 'found' }> | undefined {
  return driver?.kind === 'found' ? driver : undefined;
}

/** The file of the driver that a nova.conf selects, unless it ships. */
function ownDriver(conf: NovaConfView | undefined): string | undefined {
  const view = conf && foundDriver(conf)?.view;
  return view && !view.shipped ? view.uri : undefined;
}

function lastPart(module: string): string {
  return module.slice(module.lastIndexOf('.') + 1);
}

/** The last part of the dotted name of the module that lies in a file. */
function moduleNameOf(uri: string): string {
  const file = URI.parse(uri);
  const name = Utils.basename(file).replace(/\.[^.]*$/, '');
  return name === '__init__' ? Utils.basename(Utils.dirname(file)) : name;
}
