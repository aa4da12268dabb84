import { URI, Utils } from 'vscode-uri';
import type { DriverLookup, DriverView } from '../check/view';
import type { DriverLanguage } from '../driver/declaration';
import { suggest } from '../suggest';
import { DRIVER_SUFFIXES } from './fileKind';
import { candidates, type ModuleFiles, moduleResolver } from './moduleResolver';
import { type DriverReader, followName } from './driverTrail';
import { shownPath } from './files';
import { type DriverName, shippedDriver, shippedDriverNames } from '../driver/shippedDrivers';

/** What finding a driver needs to know of the files. */
export interface DriverFiles extends ModuleFiles, DriverReader {
  exists(uri: string): boolean;
  /** Whether a file of that name does not count because a symbolic link leads out of the search path. Left out where there are no links. */
  leadsOut?(uri: string): boolean;
  names(folder: string): readonly string[];
}

const DOTTED =
  /^(?<module>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*)\.(?<className>[\p{L}_][\p{L}\p{N}_]*)$/u;

/** Takes a driver name apart; `undefined` for what is no dotted import path. A name never leads out of the search path: it holds no separators. */
export function parseDriverName(name: string): DriverName | undefined {
  const { module, className } = DOTTED.exec(name)?.groups ?? {};
  return module !== undefined && className !== undefined ? { module, className } : undefined;
}

/** Driver names like `name` whose module is there: the last part of the module is what gets misspelt. */
function nearestModules(
  folders: readonly string[],
  { module, className }: DriverName,
  files: Pick<DriverFiles, 'names'>,
): readonly string[] {
  const lastDot = module.lastIndexOf('.') + 1;
  const parent = module.slice(0, lastDot);
  const folderNames = module.split('.').slice(0, -1);
  const siblings = folders.flatMap((folder) =>
    files.names(Utils.joinPath(URI.parse(folder), ...folderNames).toString()),
  );
  const modules = siblings.flatMap((name) => {
    const suffix = DRIVER_SUFFIXES.find(([ending]) => name.endsWith(ending));
    return suffix ? [name.slice(0, -suffix[0].length)] : [];
  });
  return suggest(module.slice(lastDot), modules).map((found) => `${parent}${found}.${className}`);
}

/** The module and the class that a driver name names: that of a driver which ships, or a dotted import path; `undefined` for what is neither. */
export function readDriverName(name: string): DriverName | undefined {
  return shippedDriver(name) ?? parseDriverName(name);
}

/** What looking for a driver's module told. It holds as long as the files lie as they do, whatever they say. */
export type ModuleSearch =
  | Extract<DriverLookup, { kind: 'not-dotted' | 'no-module' }>
  | { readonly kind: 'module'; readonly file: readonly [uri: string, DriverLanguage]; readonly name: DriverName };

/**
 * Finds the module that a driver name names, in the folders of its search path, first one first. The bare name of a driver that
 * ships leads to `shippedFolder` and nowhere else; it is left out where the installation has no files.
 */
export function findModule(
  driverName: string,
  folders: readonly string[],
  files: Omit<DriverFiles, 'readDriver'>,
  shippedFolder?: string,
): ModuleSearch {
  const name = readDriverName(driverName);
  if (!name) return { kind: 'not-dotted', nearest: suggest(driverName, shippedDriverNames) };
  const places = shippedDriver(driverName) ? [shippedFolder].flatMap((folder) => folder ?? []) : folders;
  const named = places.flatMap((folder) => candidates(folder, name.module));
  const file = named.find(([uri]) => files.exists(uri));
  if (file) return { kind: 'module', file, name };
  const link = named.find(([uri]) => files.leadsOut?.(uri));
  return {
    kind: 'no-module',
    searched: places.map(shownPath),
    nearest: nearestModules(places, name, files),
    ...(link && { link: shownPath(link[0]) }),
  };
}

/** Finds the class that a driver name names, in the module that was found. Reads, and runs nothing. */
export function findDriver(search: ModuleSearch, folders: readonly string[], files: DriverFiles): DriverLookup {
  if (search.kind !== 'module') return search;
  const { module, className } = search.name;
  const resolve = moduleResolver(folders, files);
  const view = files.readDriver(...search.file, resolve);
  const { driver, through } = followName(view, className, files, resolve);
  if (driver) return { kind: 'found', ...driver, through };
  const leads = (name: string): boolean => followName(view, name, files, resolve).driver !== undefined;
  const nearest = suggest(className, namesIn(view)).filter(leads);
  return { kind: 'no-class', view, through, nearest: nearest.map((near) => `${module}.${near}`) };
}

function namesIn({ module: { classes, aliases } }: DriverView): readonly string[] {
  return [...classes.map(({ className }) => className), ...aliases.map(({ name }) => name)];
}
