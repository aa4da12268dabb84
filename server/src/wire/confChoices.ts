import type { ConfChoice } from '../workspace/views';

/** The nova.confs that the user has chosen, at most one for each root of the workspace. */
export class ConfChoices implements ConfChoice {
  readonly #byRoot = new Map<string, string>();

  constructor(private readonly rootOf: (uri: string) => string | undefined) {}

  get all(): readonly string[] {
    return [...this.#byRoot.values()];
  }

  of(uri: string): string | undefined {
    const root = this.rootOf(uri);
    return root === undefined ? undefined : this.#byRoot.get(root);
  }

  /** Lets a nova.conf govern every template of a file's root; with `undefined`, what lies nearest governs again. */
  choose(uri: string, conf: string | undefined): void {
    const root = this.rootOf(uri);
    if (root === undefined) return;
    if (conf === undefined) this.#byRoot.delete(root);
    else this.#byRoot.set(root, conf);
  }
}
