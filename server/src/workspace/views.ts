import { URI, Utils } from 'vscode-uri';
import type { RequestNames } from '../check/checkCheetah';
import type { DriverLookup, DriverView, NovaConfView, TemplateView } from '../check/view';
import { isShippedName } from '../driver/shippedDrivers';
import type { Selection } from '../novaConf/selection';
import { parseRequest } from '../request/parseRequest';
import type { Text } from '../text/text';
import { Arrangement, type Arranged } from './arrangement';
import { type DriverFiles, lookUpDriver } from './driverLookup';
import { isTemplate, REQUEST_NAME, type FileKind } from './fileKind';
import { folderOf, isWithin, liesInFolder, shownPath } from './files';
import { foldersUpwards } from './layout';
import type { Models } from './models';
import { moduleResolver } from './moduleResolver';
import { namedTemplate } from './namedTemplate';
import { SearchPath } from './searchPath';
import type { WorkspaceSettings } from './settings';

/** What the views are made from. Every file is named by its normalized URI. */
export interface Sources extends Arranged {
  readonly models: Models;
  /** The request that the user has chosen for the templates of a file's folder. */
  readonly chosenRequest: (uri: string) => string | undefined;
  /** The folder of the drivers that ship; left out where the installation has no files. */
  readonly shippedFolder?: string;
}

/**
 * How the files hang together, as their texts are now: which nova.conf governs a template, and which driver it selects. Worked
 * out when it is asked for. An edit of a text leaves what does not hang on it; with any other change it is all thrown away.
 */
export class Views {
  readonly #confs = new Map<string, NovaConfView>();
  #allConfs: readonly NovaConfView[] | undefined;

  readonly #arrangement: Arrangement;

  constructor(private readonly sources: Sources) {
    this.#arrangement = new Arrangement(sources);
  }

  /** What a file is by its name and language, and one that ends as nova's templates do by a nova.conf that names it. */
  kind(uri: string): FileKind | undefined {
    return this.#arrangement.kind(uri);
  }

  settingsOf(uri: string): WorkspaceSettings {
    return this.sources.settingsOf(uri);
  }

  /** A template file of any dialect; `undefined` for what is none. */
  template(uri: string): TemplateView | undefined {
    const kind = this.kind(uri);
    const text = isTemplate(kind) ? this.sources.files.content(uri) : undefined;
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
    const text = this.sources.files.content(uri);
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
    return this.#arrangement.confs();
  }

  /** Every template file. */
  templates(): readonly TemplateView[] {
    return this.templateFiles().flatMap((uri) => this.template(uri) ?? []);
  }

  /** The template files that are there, those among them that only a nova.conf makes one. */
  templateFiles(): readonly string[] {
    return this.#arrangement.templateFiles();
  }

  /** The template files that a nova.conf governs. */
  templatesOf(conf: string): readonly string[] {
    return this.#arrangement.templatesOf(conf);
  }

  /** The nova.confs that govern a template file, the one that counts most first. */
  confsOf(template: string): readonly NovaConfView[] {
    return this.#arrangement.confsOf(template).flatMap((uri) => this.conf(uri) ?? []);
  }

  /** The files of a kind that are there. */
  existing(kind: FileKind): readonly string[] {
    return this.#arrangement.existing(kind);
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

  #makeConf(uri: string, text: Text): NovaConfView {
    const { conf, selection } = this.sources.models.conf(uri, text);
    const templates = this.templatesOf(uri);
    const readTemplates = once(() => templates.flatMap((template) => this.template(template) ?? []));
    const named = namedTemplate(uri, selection.templateFile);
    const missing = named !== undefined && !this.sources.files.exists(named) && this.#contains(named);
    return {
      uri,
      get text() {
        return text.toString();
      },
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
}

/** Makes a value the first time that it is asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
