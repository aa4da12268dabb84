import { CHEETAH_SUFFIX, fileKind, isTemplate, type FileKind } from './fileKind';
import { type Files, liesInFolder, nameOf } from './files';
import type { FoundFiles } from './foundFiles';
import { groupBy } from './groupBy';
import type { Layout, Layouts } from './layout';
import type { Models } from './models';
import { namedTemplate } from './namedTemplate';
import type { WorkspaceSettings } from './settings';

/** Which nova.conf the user has chosen to govern templates, in place of what the layout says. */
export interface ConfChoice {
  /** The one for the templates of a file's folder. */
  of(uri: string): string | undefined;
  readonly all: readonly string[];
}

/** What an arrangement is made from. Every file is named by its normalized URI. */
export interface Arranged {
  readonly files: Files;
  readonly models: Pick<Models, 'conf'>;
  /** The folders that the workspace consists of. */
  readonly roots: readonly string[];
  readonly found: FoundFiles;
  readonly layouts: Layouts;
  readonly choice: ConfChoice;
  readonly settingsOf: (uri: string) => WorkspaceSettings;
}

/** The files that are there which nova.confs name as their template. */
interface NamedTemplates {
  readonly byConf: ReadonlyMap<string, string>;
  readonly files: ReadonlySet<string>;
}

/**
 * How the files lie: which are there and what each is, and which nova.confs govern which template files. It hangs on the texts
 * of nova.confs alone, and is thrown away where one of them, or what is there, has changed.
 */
export class Arrangement {
  readonly #kinds = new Map<string, FileKind | undefined>();
  readonly #existing = new Map<FileKind, readonly string[]>();
  #templateFiles: readonly string[] | undefined;
  #madeLayout: Layout | undefined;
  #namedTemplates: NamedTemplates | undefined;
  #chosenTemplates: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly sources: Arranged) {}

  /** What a file is by its name and language, and one that ends as nova's templates do by a nova.conf that names it. */
  kind(uri: string): FileKind | undefined {
    if (!this.#kinds.has(uri)) this.#kinds.set(uri, this.#findKind(uri));
    return this.#kinds.get(uri);
  }

  /** Every nova.conf that may govern a template. */
  confs(): readonly string[] {
    const { choice } = this.sources;
    return [...choice.all, ...this.existing('nova-conf').filter((uri) => choice.of(uri) === undefined)];
  }

  /** The nova.confs that govern a template file, the one that counts most first. */
  confsOf(template: string): readonly string[] {
    const chosen = this.sources.choice.of(template);
    return chosen === undefined ? (this.#layout().confsOf.get(template) ?? []) : [chosen];
  }

  /** The template files that a nova.conf governs. */
  templatesOf(conf: string): readonly string[] {
    const { choice } = this.sources;
    const byPlace = this.#layout().templatesOf.get(conf) ?? [];
    if (choice.all.length === 0) return byPlace;
    const chosen = this.#chosen().get(conf) ?? [];
    return [...chosen, ...byPlace.filter((template) => choice.of(template) === undefined)];
  }

  /** The template files that are there, those among them that only a nova.conf makes one. */
  templateFiles(): readonly string[] {
    return (this.#templateFiles ??= this.#findTemplateFiles());
  }

  /** The files of a kind that are there. */
  existing(kind: FileKind): readonly string[] {
    const known = this.#existing.get(kind);
    if (known) return known;
    const existing = [...this.sources.found.of(kind)].filter((uri) => this.sources.files.exists(uri));
    this.#existing.set(kind, existing);
    return existing;
  }

  #findKind(uri: string): FileKind | undefined {
    const own = fileKind(nameOf(uri), this.sources.files.languageId(uri));
    const isNamed = uri.endsWith(CHEETAH_SUFFIX) && this.#named().files.has(uri);
    return own ?? (isNamed ? 'cheetah' : undefined);
  }

  #findTemplateFiles(): readonly string[] {
    const named = [...this.#named().files].filter((uri) => isTemplate(this.kind(uri)));
    return [...new Set([...this.existing('template'), ...this.existing('cheetah'), ...named])];
  }

  /** The template files for which a nova.conf was chosen, by that. */
  #chosen(): ReadonlyMap<string, readonly string[]> {
    return (this.#chosenTemplates ??= groupBy(
      this.templateFiles(),
      (template) => this.sources.choice.of(template) ?? '',
      (template) => template,
    ));
  }

  #layout(): Layout {
    return (this.#madeLayout ??= this.#makeLayout());
  }

  #makeLayout(): Layout {
    const { byConf, files } = this.#named();
    const placed = [...this.existing('template'), ...this.existing('cheetah')].filter(liesInFolder);
    return this.sources.layouts.of({
      confs: this.existing('nova-conf').filter(liesInFolder),
      templates: [...new Set([...placed, ...files])],
      roots: this.sources.roots,
      named: byConf,
    });
  }

  #named(): NamedTemplates {
    return (this.#namedTemplates ??= this.#findNamed());
  }

  #findNamed(): NamedTemplates {
    const byConf = new Map<string, string>();
    for (const conf of this.existing('nova-conf').filter(liesInFolder)) {
      const template = this.#namedTemplate(conf);
      if (template !== undefined && this.sources.files.exists(template)) byConf.set(conf, template);
    }
    return { byConf, files: new Set(byConf.values()) };
  }

  /** The template file that a nova.conf names itself, or else the settings for it. */
  #namedTemplate(conf: string): string | undefined {
    const { selection } = this.sources.models.conf(conf, this.sources.files.content(conf) ?? '');
    return namedTemplate(conf, selection.templateFile) ?? this.sources.settingsOf(conf).templateFile;
  }
}
