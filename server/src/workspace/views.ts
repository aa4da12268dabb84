import { URI, Utils } from 'vscode-uri';
import type { RequestNames } from '../check/checkCheetah';
import type { DriverLookup, DriverView, NovaConfView, TemplateView } from '../check/view';
import type { Selected, Selection } from '../novaConf/selection';
import { parseRequest } from '../request/parseRequest';
import { type DriverFiles, lookUpDriver } from './driverLookup';
import { CHEETAH_SUFFIX, fileKind, isTemplate, REQUEST_NAME, type FileKind } from './fileKind';
import { type Files, folderOf, isWithin, liesInFolder, shownPath } from './files';
import type { FoundFiles } from './foundFiles';
import { groupBy } from './groupBy';
import { foldersUpwards, type Layout, type Layouts } from './layout';
import type { Models } from './models';
import { moduleResolver } from './moduleResolver';
import { uriOfPath } from './paths';
import { SearchPath } from './searchPath';
import { isShippedName } from '../driver/shippedDrivers';
import type { WorkspaceSettings } from './settings';

/** Which nova.conf the user has chosen to govern templates, in place of what the layout says. */
export interface ConfChoice {
  /** The one for the templates of a file's folder. */
  of(uri: string): string | undefined;
  readonly all: readonly string[];
}

/** What the views are made from. Every file is named by its normalized URI. */
export interface Sources {
  readonly files: Files;
  readonly models: Models;
  /** The folders that the workspace consists of. */
  readonly roots: readonly string[];
  readonly found: FoundFiles;
  readonly layouts: Layouts;
  readonly choice: ConfChoice;
  /** The request that the user has chosen for the templates of a file's folder. */
  readonly chosenRequest: (uri: string) => string | undefined;
  readonly settingsOf: (uri: string) => WorkspaceSettings;
  /** The folder of the drivers that ship; left out where the installation has no files. */
  readonly shippedFolder?: string;
}

/** The files that are there which nova.confs name as their template. */
interface NamedTemplates {
  readonly byConf: ReadonlyMap<string, string>;
  readonly files: ReadonlySet<string>;
}

/**
 * How the files hang together, as their texts are now: which nova.conf governs a template, and which driver it selects. Worked
 * out when it is asked for. An edit of a text leaves what does not hang on it; with any other change it is all thrown away.
 */
export class Views {
  readonly #confs = new Map<string, NovaConfView>();
  readonly #kinds = new Map<string, FileKind | undefined>();
  readonly #existing = new Map<FileKind, readonly string[]>();
  #allConfs: readonly NovaConfView[] | undefined;
  #templateFiles: readonly string[] | undefined;
  #madeLayout: Layout | undefined;
  #namedTemplates: NamedTemplates | undefined;
  #chosenTemplates: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(private readonly sources: Sources) {}

  /** What a file is by its name and language, and one that ends as nova's templates do by a nova.conf that names it. */
  kind(uri: string): FileKind | undefined {
    if (!this.#kinds.has(uri)) this.#kinds.set(uri, this.#findKind(uri));
    return this.#kinds.get(uri);
  }

  settingsOf(uri: string): WorkspaceSettings {
    return this.sources.settingsOf(uri);
  }

  /** A template file of any dialect; `undefined` for what is none. */
  template(uri: string): TemplateView | undefined {
    const kind = this.kind(uri);
    const text = isTemplate(kind) ? this.sources.files.text(uri) : undefined;
    if (text === undefined) return undefined;
    const { models } = this.sources;
    return kind === 'cheetah' ? models.cheetahTemplate(uri, text) : models.template(uri, text);
  }

  /** A driver's module, or what may be one; `undefined` for a file of another kind. */
  driver(uri: string): DriverView | undefined {
    const kind = this.kind(uri);
    const text = this.sources.files.text(uri);
    if (text === undefined || (kind !== 'python' && kind !== 'javascript')) return undefined;
    const folders = this.searchFolders(uri);
    const resolve = moduleResolver(folders, new SearchPath(folders, this.sources.files));
    return this.sources.models.driver({ uri, language: kind, text }, resolve);
  }

  /** A nova.conf with what it selects; `undefined` where there is none. */
  conf(uri: string): NovaConfView | undefined {
    const kept = this.#confs.get(uri);
    if (kept) return kept;
    const text = this.sources.files.text(uri);
    if (text === undefined) return undefined;
    const view = this.#makeConf(uri, text);
    this.#confs.set(uri, view);
    return view;
  }

  /**
   * Takes note that an open file which is no nova.conf has another text: all files lie as they did. A template is read again
   * for the nova.confs that select from it; on any other file, such as a driver, any of them may hang.
   */
  edited(uri: string): void {
    this.#allConfs = undefined;
    if (!isTemplate(this.kind(uri))) this.#confs.clear();
    for (const [conf, view] of this.#confs) {
      if (!view.templates.some((template) => template.uri === uri)) continue;
      const templates = view.templates.flatMap((template) =>
        template.uri === uri ? (this.template(uri) ?? []) : template,
      );
      this.#confs.set(conf, { ...view, templates });
    }
  }

  /** Every nova.conf that may govern a template. */
  confs(): readonly NovaConfView[] {
    return (this.#allConfs ??= this.confUris().flatMap((uri) => this.conf(uri) ?? []));
  }

  /** The URIs of these. */
  confUris(): readonly string[] {
    const { choice } = this.sources;
    return [...choice.all, ...this.existing('nova-conf').filter((uri) => choice.of(uri) === undefined)];
  }

  /** Every template file. */
  templates(): readonly TemplateView[] {
    return this.templateFiles().flatMap((uri) => this.template(uri) ?? []);
  }

  /** The template files that are there, those among them that only a nova.conf makes one. */
  templateFiles(): readonly string[] {
    return (this.#templateFiles ??= this.#findTemplateFiles());
  }

  /** The nova.confs that govern a template file, the one that counts most first. */
  confsOf(template: string): readonly NovaConfView[] {
    const chosen = this.sources.choice.of(template);
    const uris = chosen === undefined ? (this.#layout().confsOf.get(template) ?? []) : [chosen];
    return uris.flatMap((uri) => this.conf(uri) ?? []);
  }

  /** Finds a driver by name, as a file at `uri` would select it. */
  lookUpDriver(name: string, uri: string): DriverLookup {
    const { files, models, shippedFolder } = this.sources;
    const folders = this.searchFolders(uri);
    const path = new SearchPath(folders, files);
    const driverFiles: DriverFiles = {
      exists: (file) => path.exists(file),
      leadsOut: (file) => path.leadsOut(file),
      names: (folder) => files.names(folder),
      text: (file) => path.text(file),
      readDriver: (file, language, resolve) =>
        models.driver({ uri: file, language, text: files.text(file) ?? '' }, resolve),
    };
    return lookUpDriver(name, folders, driverFiles, shippedFolder);
  }

  /** The folders that drivers are looked up in for a file, first one first: its own, those above it, those of the settings, and that of the drivers that ship. */
  searchFolders(uri: string): readonly string[] {
    const { roots, shippedFolder } = this.sources;
    const upwards = foldersUpwards(folderOf(uri), roots);
    const shipped = shippedFolder === undefined ? [] : [shippedFolder];
    return [...new Set([...upwards, ...this.settingsOf(uri).driverFolders, ...shipped])];
  }

  /** The request of a template: the chosen one if it is there, else the nearest, in its folder or above it. */
  requestFile(template: string): string | undefined {
    const chosen = this.sources.chosenRequest(template);
    if (chosen !== undefined && this.sources.files.exists(chosen)) return chosen;
    return foldersUpwards(folderOf(template), this.sources.roots)
      .map((folder) => Utils.joinPath(URI.parse(folder), REQUEST_NAME).toString())
      .find((uri) => this.sources.files.exists(uri));
  }

  /** The names that its request gives a Cheetah file; `undefined` where it gives none, or cannot be read. */
  requestNames(template: string): RequestNames | undefined {
    const uri = this.requestFile(template);
    const text = uri === undefined ? undefined : this.sources.files.text(uri);
    const parsed = text === undefined ? undefined : parseRequest(text);
    if (uri === undefined || parsed?.kind !== 'request' || parsed.request.template.size === 0) return undefined;
    return { request: Utils.basename(URI.parse(uri)), names: new Set(parsed.request.template.keys()) };
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
    const own = fileKind(Utils.basename(URI.parse(uri)), this.sources.files.languageId(uri));
    const isNamed = uri.endsWith(CHEETAH_SUFFIX) && this.#named().files.has(uri);
    return own ?? (isNamed ? 'cheetah' : undefined);
  }

  #findTemplateFiles(): readonly string[] {
    const named = [...this.#named().files].filter((uri) => isTemplate(this.kind(uri)));
    return [...new Set([...this.existing('template'), ...this.existing('cheetah'), ...named])];
  }

  #makeConf(uri: string, text: string): NovaConfView {
    const { conf, selection } = this.sources.models.conf(uri, text);
    const templates = this.templatesOf(uri);
    const readTemplates = once(() => templates.flatMap((template) => this.template(template) ?? []));
    const named = namedTemplate(uri, selection.templateFile);
    const missing = named !== undefined && !this.sources.files.exists(named) && this.#contains(named);
    return {
      uri,
      text,
      conf,
      selection,
      ...this.#selectedDriver(uri, selection),
      // Most who ask for a nova.conf do not look into its templates, and there may be thousands.
      get templates() {
        return readTemplates();
      },
      ...(missing && { missingTemplateFile: shownPath(named) }),
    };
  }

  /** Of a file that lies nowhere yet, only that counts which is found: where else to look is not known. So it is with a driver that ships, where the installation has no files. */
  #selectedDriver(uri: string, { driver }: Selection): Pick<NovaConfView, 'driver'> {
    if (!driver) return {};
    const lookup = this.lookUpDriver(driver.value, uri);
    const isOutOfSight = !liesInFolder(uri) || isShippedName(driver.value);
    return lookup.kind === 'no-module' && isOutOfSight ? {} : { driver: lookup };
  }

  #contains(uri: string): boolean {
    return this.sources.roots.some((root) => isWithin(uri, root));
  }

  /** The template files that a nova.conf governs. */
  templatesOf(conf: string): readonly string[] {
    const { choice } = this.sources;
    const byPlace = this.#layout().templatesOf.get(conf) ?? [];
    if (choice.all.length === 0) return byPlace;
    const chosen = this.#chosen().get(conf) ?? [];
    return [...chosen, ...byPlace.filter((template) => choice.of(template) === undefined)];
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
    const { selection } = this.sources.models.conf(conf, this.sources.files.text(conf) ?? '');
    return namedTemplate(conf, selection.templateFile) ?? this.settingsOf(conf).templateFile;
  }
}

/**
 * The file that `libvirt_xml_template` leads to; `undefined` where it is not set, or stands on an option whose value only nova
 * knows. Nor is another machine asked for a file, to which Windows would show who the user is.
 */
export function namedTemplate(conf: string, selected: Selected | undefined): string | undefined {
  const path = selected?.value;
  if (path === undefined || path.includes('$')) return undefined;
  const uri = uriOfPath(path, folderOf(conf));
  const { authority } = URI.parse(uri);
  return authority === '' || authority === URI.parse(conf).authority ? uri : undefined;
}

/** Makes a value the first time that it is asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
