/** The files that the user has chosen for one purpose, at most one for each root of the workspace: its nova.conf, or its request. */
export class FolderChoices {
  readonly #byRoot = new Map<string, string>();

  constructor(private readonly rootOf: (uri: string) => string | undefined) {}

  get all(): readonly string[] {
    return [...this.#byRoot.values()];
  }

  of(uri: string): string | undefined {
    const root = this.rootOf(uri);
    return root === undefined ? undefined : this.#byRoot.get(root);
  }

  /** Chooses a file for all of a file's root; with `undefined`, what lies nearest counts again. */
  choose(uri: string, chosen: string | undefined): void {
    const root = this.rootOf(uri);
    if (root === undefined) return;
    if (chosen === undefined) this.#byRoot.delete(root);
    else this.#byRoot.set(root, chosen);
  }
}
