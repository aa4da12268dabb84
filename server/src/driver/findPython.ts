import { accessSync, constants, realpathSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** On Windows `python3.exe` is, unless it was asked for, a stub that offers to install Python. */
const NAMES = process.platform === 'win32' ? ['python.exe', 'python3.exe'] : ['python3', 'python'];

/**
 * Finds the interpreter: the one that `configured` names by an absolute path, unchecked; else the first program on
 * `searchPath` (the text of PATH) of the name `configured`, or of a name that Python goes by. A program that lies in a
 * forbidden folder is passed over, by its own path or by what it links to: opening a folder must not choose what runs.
 */
export function findPython(
  configured: string | undefined,
  searchPath: string,
  forbiddenFolders: readonly string[],
): string | undefined {
  if (configured !== undefined && isAbsolute(configured)) return configured;
  const folders = searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  const names = configured === undefined ? NAMES : [configured];
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
