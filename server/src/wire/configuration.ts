import { normalized } from '../workspace/files';
import { readSettings, type ServerSettings } from './settings';

/** The client's settings: its own, and those of each root of the workspace. */
export class Configuration {
  #own: ServerSettings = readSettings(undefined, undefined);
  readonly #byRoot = new Map<string, ServerSettings>();

  /** Those of the client as a whole. */
  get own(): ServerSettings {
    return this.#own;
  }

  /** Takes the section for each of the roots; `section` alone counts for those which have none of their own, and relative paths in it start at the first root. */
  set(section: unknown, roots: readonly string[], sections: readonly unknown[] = []): void {
    this.#own = readSettings(section, roots[0]);
    this.#byRoot.clear();
    roots.forEach((root, index) => {
      this.#byRoot.set(normalized(root), readSettings(index < sections.length ? sections[index] : section, root));
    });
  }

  of(root: string | undefined): ServerSettings {
    return (root === undefined ? undefined : this.#byRoot.get(root)) ?? this.#own;
  }
}
