import { readdir, statSync, type Dirent } from 'node:fs';
import { join } from 'node:path';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { IGNORED_FOLDERS } from './disk';

/** Whether a symbolic link leads to a file; one may lead nowhere, or in a circle. */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return false;
  }
}

/** Lists a folder for a search. A symbolic link to a file counts as one; those to folders are not followed. */
function listForSearch(
  folder: string,
  options: { withFileTypes: true },
  done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
): void {
  readdir(folder, options, (error, entries) => {
    const links = error ? [] : entries.filter((entry) => entry.isSymbolicLink());
    for (const link of links) {
      const isFile = leadsToFile(join(folder, link.name));
      Object.assign(link, { isFile: () => isFile, isSymbolicLink: () => false });
    }
    done(error, entries);
  });
}

/** A path in which each character stands for itself in a URI, too. */
const PLAIN_PATH = /^(?:\/[\w.~-]+)+$/;

function uriOf(path: string): string {
  // There may be thousands of files, and to put a URI together is slow.
  return PLAIN_PATH.test(path) ? `file://${path}` : URI.file(path).toString();
}

/** The files in a folder of the machine's disk whose names fit one of the patterns, as URIs; `deep`: in the folders below it, too. */
export async function findOnDisk(
  folder: string,
  patterns: readonly string[],
  deep: boolean,
): Promise<readonly string[]> {
  if (URI.parse(folder).scheme !== 'file') return [];
  const found = await glob(
    patterns.map((pattern) => (deep ? `**/${pattern}` : pattern)),
    {
      cwd: URI.parse(folder).fsPath,
      ignore: IGNORED_FOLDERS.map((name) => `**/${name}/**`),
      absolute: true,
      followSymbolicLinks: false,
      fs: { readdir: listForSearch as typeof readdir },
      expandDirectories: false,
    },
  );
  return found.map(uriOf).sort();
}
