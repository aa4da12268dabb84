import { readdir, statSync, type Dirent } from 'node:fs';
import { sep } from 'node:path';
import picomatch from 'picomatch';
import { URI } from 'vscode-uri';
import { IGNORED_FOLDERS } from './disk';

/** A folder or a file of the machine, by both of its names: to make the one of the other is slow, and there may be thousands. */
interface Named {
  readonly path: string;
  readonly uri: string;
}

/** A name in which each character stands for itself in a URI, too. */
const PLAIN_NAME = /^[\w.~-]+$/;

function named(name: string, folder: Named): Named {
  const path = `${folder.path}/${name}`;
  return { path, uri: PLAIN_NAME.test(name) ? `${folder.uri}/${name}` : URI.file(path).toString() };
}

/** Whether a symbolic link leads to a file; one may lead nowhere, or in a circle. */
function leadsToFile(link: string): boolean {
  try {
    return statSync(link).isFile();
  } catch {
    return false;
  }
}

/** What is in a folder; nothing where it cannot be read. */
function entriesOf(folder: Named): Promise<readonly Dirent[]> {
  // With a slash at the end: of a drive, without it, Windows gives the folder that it was in last.
  return new Promise((resolve) => {
    readdir(`${folder.path}/`, { withFileTypes: true }, (error, entries) => {
      resolve(error ? [] : entries);
    });
  });
}

/** One search: through all folders at once, as fast as the disk gives them. */
class Search {
  readonly found: string[] = [];

  constructor(
    private readonly isWanted: (name: string) => boolean,
    private readonly deep: boolean,
  ) {}

  async in(folder: Named): Promise<void> {
    const below: Promise<void>[] = [];
    for (const entry of await entriesOf(folder)) {
      if (!entry.isDirectory()) this.#add(entry, folder);
      else if (this.deep && isSearched(entry.name)) below.push(this.in(named(entry.name, folder)));
    }
    await Promise.all(below);
  }

  /** A symbolic link to a file counts as one; those to folders are not followed. */
  #add(entry: Dirent, folder: Named): void {
    if (!this.isWanted(entry.name)) return;
    const { path, uri } = named(entry.name, folder);
    if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(path))) this.found.push(uri);
  }
}

function isSearched(name: string): boolean {
  return !name.startsWith('.') && !IGNORED_FOLDERS.includes(name);
}

/** The files in a folder of the machine's disk whose names fit one of the patterns, as URIs; `deep`: in the folders below it, too. */
export async function findOnDisk(
  folder: string,
  patterns: readonly string[],
  deep: boolean,
): Promise<readonly string[]> {
  const { scheme, fsPath } = URI.parse(folder);
  if (scheme !== 'file') return [];
  // The root of a machine or of a drive ends with a slash, other folders seldom do.
  const path = fsPath.endsWith(sep) ? fsPath.slice(0, -1) : fsPath;
  const names = patterns.map((pattern) => picomatch.makeRe(pattern));
  const search = new Search((name) => names.some((expression) => expression.test(name)), deep);
  await search.in({ path, uri: URI.file(fsPath).toString().replace(/\/$/, '') });
  return search.found.sort();
}
