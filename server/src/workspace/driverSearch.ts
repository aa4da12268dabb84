import type { DriverView } from '../check/view';
import type { DriverLanguage, ResolveModule } from '../driver/declaration';
import type { FollowedLookup } from './confViews';
import { type DriverFiles, findDriver, findModule, type ModuleSearch } from './driverLookup';
import type { Files } from './files';
import type { Models } from './models';
import { SearchPath } from './searchPath';

/** What a search reads from. */
export interface SearchSources {
  readonly files: Files;
  readonly models: Models;
  readonly shippedFolder?: string;
}

/** The files of a search path, which notes whose texts are read. */
class ReadFiles implements DriverFiles {
  readonly read = new Set<string>();

  constructor(
    private readonly path: SearchPath,
    private readonly sources: SearchSources,
  ) {}

  exists(uri: string): boolean {
    return this.path.exists(uri);
  }

  leadsOut(uri: string): boolean {
    return this.path.leadsOut(uri);
  }

  names(folder: string): readonly string[] {
    return this.sources.files.names(folder);
  }

  text(uri: string): string | undefined {
    const text = this.path.text(uri);
    if (text !== undefined) this.read.add(uri);
    return text;
  }

  readDriver(uri: string, language: DriverLanguage, resolve: ResolveModule): DriverView {
    this.read.add(uri);
    const text = this.sources.files.text(uri) ?? '';
    return this.sources.models.driver({ uri, language, text }, resolve);
  }
}

/** The search for the driver of a name. Where its module lies is found once: an edit of a text moves no file. */
export class DriverSearch {
  readonly #path: SearchPath;
  readonly #module: ModuleSearch;

  constructor(
    name: string,
    private readonly folders: readonly string[],
    private readonly sources: SearchSources,
  ) {
    this.#path = new SearchPath(folders, sources.files);
    this.#module = findModule(name, folders, new ReadFiles(this.#path, sources), sources.shippedFolder);
  }

  /** The driver, as the texts are now. */
  follow(): FollowedLookup {
    const files = new ReadFiles(this.#path, this.sources);
    return { lookup: findDriver(this.#module, this.folders, files), read: files.read };
  }
}
