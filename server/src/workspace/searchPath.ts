import { isWithin } from './files';
import type { ModuleFiles } from './moduleResolver';

/** What a search path needs to know of the files. */
export interface RealFiles extends ModuleFiles {
  /** As `Disk.realUri`. */
  realUri(uri: string): string | undefined;
}

/** Where a file lies in a folder, as the names are written; `undefined` where it lies elsewhere. */
function pathIn(uri: string, folder: string): string | undefined {
  return isWithin(uri, folder) ? uri.slice(folder.length) : undefined;
}

/**
 * The files that a driver and what it imports may come from: those that lie in one of the folders. A symbolic link that
 * leads out of all folders is none of them. Nor is a Python module whose name is written with other capitals than the file's,
 * which a disk that does not tell them apart would give: Python tells them apart.
 */
export class SearchPath implements ModuleFiles {
  readonly #folders: readonly { readonly named: string; readonly real: string }[];

  constructor(
    folders: readonly string[],
    private readonly files: RealFiles,
  ) {
    this.#folders = folders.map((named) => ({ named, real: files.realUri(named) ?? named }));
  }

  text(uri: string): string | undefined {
    const text = this.#folders.some(({ named }) => isWithin(uri, named)) ? this.files.text(uri) : undefined;
    return text !== undefined && this.#holds(uri) ? text : undefined;
  }

  exists(uri: string): boolean {
    return this.text(uri) !== undefined;
  }

  /** Whether a file is there, and is none of these because a symbolic link leads out of all folders. */
  leadsOut(uri: string): boolean {
    const real = this.files.realUri(uri);
    return real !== undefined && !this.#liesIn(real) && this.files.text(uri) !== undefined;
  }

  /** Whether a file that is there, as it is named, is really one of these. What is open and was never saved lies nowhere but where its name says. */
  #holds(uri: string): boolean {
    const real = this.files.realUri(uri);
    return real === undefined || (this.#liesIn(real) && !this.#hasOtherCapitals(uri, real));
  }

  #liesIn(real: string): boolean {
    return this.#folders.some((folder) => isWithin(real, folder.real));
  }

  #hasOtherCapitals(uri: string, real: string): boolean {
    if (!uri.endsWith('.py')) return false;
    return this.#folders.some((folder) => {
      const [asked, there] = [pathIn(uri, folder.named), pathIn(real, folder.real)];
      return asked !== there && asked?.toLowerCase() === there?.toLowerCase();
    });
  }
}
