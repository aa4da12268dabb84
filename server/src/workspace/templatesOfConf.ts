import type { TemplateView } from '../check/view';

/** The template files that a nova.conf selects from. They are read when someone looks into them: most who ask for a nova.conf do not, and there may be thousands. */
export class TemplatesOfConf {
  readonly #uris: ReadonlySet<string>;
  #views: readonly TemplateView[] | undefined;

  constructor(
    uris: readonly string[],
    private readonly read: (uri: string) => TemplateView | undefined,
  ) {
    this.#uris = new Set(uris);
  }

  /** Those that are there. */
  get views(): readonly TemplateView[] {
    return (this.#views ??= [...this.#uris].flatMap((uri) => this.read(uri) ?? []));
  }

  /** A file has another text now. */
  readAgain(uri: string): void {
    if (!this.#uris.has(uri)) return;
    this.#views = this.#views?.flatMap((view) => (view.uri === uri ? (this.read(uri) ?? []) : view));
  }
}
