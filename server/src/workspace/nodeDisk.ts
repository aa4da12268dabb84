import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { URI } from 'vscode-uri';
import type { Disk } from './disk';
import { findOnDisk } from './findOnDisk';

/** A pipe or a device would be read forever. */
function isFile(path: string): boolean {
  // An error for each file that is not there would take longer than to look.
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}

function read(uri: string, isFound = false): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  try {
    return isFound || isFile(parsed.fsPath) ? readFileSync(parsed.fsPath, 'utf8') : undefined;
  } catch {
    return undefined;
  }
}

function names(folder: string): readonly string[] {
  if (URI.parse(folder).scheme !== 'file') return [];
  try {
    return readdirSync(URI.parse(folder).fsPath);
  } catch {
    return [];
  }
}

/** The system's own answer, which spells each name as it is on the disk. */
function realUri(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  try {
    return URI.file(realpathSync.native(parsed.fsPath)).toString();
  } catch {
    return undefined;
  }
}

/** The machine's own disk. */
export const nodeDisk: Disk = { answersAtOnce: () => true, read, names, realUri, find: findOnDisk };
