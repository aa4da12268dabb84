import { URI, Utils } from 'vscode-uri';
import type { DriverLanguage, DriverSource, ResolveModule } from '../driver/declaration';
import { DRIVER_SUFFIXES } from './fileKind';
import { folderOf } from './files';

/** The texts of the files that a module may lie in; `undefined` where there is no such file. */
export interface ModuleFiles {
  text(uri: string): string | undefined;
}

const IDENTIFIER = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** The files that a module may lie in below a folder, first one first, as Python looks for them; JavaScript comes last. `module` is its dotted name. */
export function candidates(folder: string, module: string): readonly (readonly [string, DriverLanguage])[] {
  const path = module.split('.').map(encodeURIComponent).join('/');
  const at = (suffix: string): string => `${folder}${folder.endsWith('/') ? '' : '/'}${path}${suffix}`;
  return [
    [at('/__init__.py'), 'python'],
    ...DRIVER_SUFFIXES.map(([suffix, language]) => [at(suffix), language] as const),
  ];
}

/**
 * Finds imported modules in a search path, first folder first: absolute names from its folders, relative ones from the
 * file that imports. What lies in none of the folders is not found.
 */
export function moduleResolver(folders: readonly string[], files: ModuleFiles): ResolveModule {
  return (name, from) => {
    const uris = from.language === 'python' ? pythonFiles(name, from, folders) : javascriptFiles(name, from);
    for (const uri of uris) {
      const text = folders.some((folder) => liesIn(uri, folder)) ? files.text(uri) : undefined;
      if (text !== undefined) return { uri, language: from.language, text };
    }
    return undefined;
  };
}

function liesIn(uri: string, folder: string): boolean {
  return uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** `drivers.base`, `.base`, `..` */
function pythonFiles(name: string, { uri }: DriverSource, folders: readonly string[]): readonly string[] {
  const [, dots = '', module = ''] = /^(\.*)(.*)$/s.exec(name) ?? [];
  const parts = module === '' ? [] : module.split('.');
  if (name === '' || !parts.every((part) => IDENTIFIER.test(part))) return [];
  const starts = dots === '' ? folders : [parentOf(folderOf(uri), dots.length - 1)];
  return starts.flatMap((folder) => {
    if (module === '') return [Utils.joinPath(URI.parse(folder), '__init__.py').toString()];
    return candidates(folder, module).flatMap(([file, language]) => (language === 'python' ? [file] : []));
  });
}

function parentOf(folder: string, steps: number): string {
  return steps === 0 ? folder : Utils.joinPath(URI.parse(folder), ...Array<string>(steps).fill('..')).toString();
}

/** `./base.mjs`; for `require`, also without what the file's name ends with. */
function javascriptFiles(name: string, { uri }: DriverSource): readonly string[] {
  if (!/^\.{1,2}\//.test(name) || name.includes('\\')) return [];
  const file = Utils.resolvePath(URI.parse(folderOf(uri)), name).toString();
  const suffixes = DRIVER_SUFFIXES.flatMap(([suffix, language]) => (language === 'javascript' ? [suffix] : []));
  return [file, ...suffixes.map((suffix) => file + suffix), ...suffixes.map((suffix) => `${file}/index${suffix}`)];
}
