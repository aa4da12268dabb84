import { readdirSync, realpathSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import type { Disk } from './disk';
import { isPlainFile } from './files';
import { findOnDisk } from './findOnDisk';
import { readText } from './readText';

/** A pipe or a device would be read forever. */
function isFile(path: string): boolean {
  // An error for each file that is not there would take longer than to look.
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

/** The path of a file or folder; `undefined` where it lies on no machine. */
function pathOf(uri: string): string | undefined {
  if (isPlainFile(uri)) return uri.slice('file://'.length);
  const { scheme, fsPath } = URI.parse(uri);
  return scheme === 'file' ? fsPath : undefined;
}

function read(uri: string, isFound = false, like?: string): string | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    return isFound || isFile(path) ? readText(path, like) : undefined;
  } catch {
    return undefined;
  }
}

function names(folder: string): readonly string[] {
  const path = pathOf(folder);
  if (path === undefined) return [];
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}

/** The system's own answer, which spells each name as it is on the disk. */
function realUri(uri: string): string | undefined {
  const path = pathOf(uri);
  if (path === undefined) return undefined;
  try {
    const real = realpathSync.native(path);
    return real === path && isPlainFile(uri) ? uri : URI.file(real).toString();
  } catch {
    return undefined;
  }
}

/** The machine's own disk. */
export const nodeDisk: Disk = { answersAtOnce: () => true, read, names, realUri, find: findOnDisk };
