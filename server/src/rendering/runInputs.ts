import type { FileKind } from '../workspace/fileKind';
import { isWithin } from '../workspace/files';
import type { Workspace } from '../workspace/workspace';
import type { RequestSource } from './requests';
import type { ResolvedTarget, TargetDriver } from './target';

/** What has changed since a driver was run, so that it may give something else now. */
export type Outdated = 'driver' | 'request';

/** The modules that a driver is known to consist of: its own, those that pass its class on, and those that they import. */
function modulesOf({ lookup }: TargetDriver): readonly string[] {
  return [lookup.view.uri, ...lookup.through, ...lookup.view.module.modules];
}

/** The texts that a driver was run with, to tell whether they are other ones now. */
export class RunInputs {
  readonly #modules: ReadonlyMap<string, string | undefined>;
  readonly #request: string | undefined;
  readonly #searchFolders: readonly string[];
  /** Modules that the driver may import without our knowing, and that have changed. */
  readonly #others = new Set<string>();

  constructor(
    private readonly workspace: Workspace,
    { driver, request }: ResolvedTarget,
  ) {
    this.#searchFolders = driver.searchFolders;
    this.#modules = new Map(modulesOf(driver).map((uri) => [uri, workspace.files.text(uri)]));
    this.#request = request.text();
  }

  /** Takes note of a file that has changed. */
  touched(uri: string, kind: FileKind | undefined): void {
    const isModule = kind === 'python' || kind === 'javascript';
    if (!isModule || this.#modules.has(uri)) return;
    if (this.#searchFolders.some((folder) => isWithin(uri, folder))) this.#others.add(uri);
  }

  /** What is another one now; `request` is the one that would be used, if that is known. A text that is again what it was has not changed. */
  outdated(request: RequestSource | undefined): Outdated | null {
    const isOther = ([uri, text]: readonly [string, string | undefined]): boolean =>
      this.workspace.files.text(uri) !== text;
    if (this.#others.size > 0 || [...this.#modules].some(isOther)) return 'driver';
    return request === undefined || request.text() === this.#request ? null : 'request';
  }
}
