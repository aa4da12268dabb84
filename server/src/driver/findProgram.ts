import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

/**
 * The first program on `searchPath` (the text of PATH) of one of these names, the first name first. One that lies in a
 * forbidden folder is passed over, by its own path or by what it links to: opening a folder must not choose what runs.
 */
export function findProgram(
  names: readonly string[],
  searchPath: string,
  forbiddenFolders: readonly string[],
): string | undefined {
  const folders = searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const forbidden = forbiddenFolders.map(real);
  return candidates.find((file) => isProgram(file) && !liesIn(forbidden, file));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function liesIn(folders: readonly string[], file: string): boolean {
  const places = [join(real(dirname(file)), basename(file)), real(file)];
  return folders.some((folder) => places.some((place) => isInside(folder, place)));
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return path !== '..' && !path.startsWith('..' + sep) && !isAbsolute(path);
}

function real(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
