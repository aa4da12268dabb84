import type { RequestNames } from '../check/checkCheetah';
import type { DriverLookup, DriverView, NovaConfView, TemplateView } from '../check/view';
import { isShippedName } from '../driver/shippedDrivers';
import type { Selection } from '../novaConf/selection';
import { Arrangement, type Arranged } from './arrangement';
import { ConfViews, type FollowedLookup, type OwnConf } from './confViews';
import { DriverSearch } from './driverSearch';
import { isTemplate, type FileKind } from './fileKind';
import { folderOf, isWithin, liesInFolder, shownPath } from './files';
import { foldersUpwards } from './layout';
import type { Models } from './models';
import { moduleResolver } from './moduleResolver';
import { namedTemplate } from './namedTemplate';
import { requestFile, requestNames, type RequestSources } from './requestOf';
import { SearchPath } from './searchPath';
import type { WorkspaceSettings } from './settings';

/** What the views are made from. Every file is named by its normalized URI. */
export interface Sources extends Arranged, RequestSources {
  readonly models: Models;
  /** The folder of the drivers that ship; left out where the installation has no files. */
  readonly shippedFolder?: string;
}

/**
 * How the files hang together, as their texts are now: which nova.conf governs a template, and which driver it selects. Worked
 * out when it is asked for. An edit of a text leaves what does not hang on it; with any other change it is all thrown away.
 */
export class Views {
  readonly #arrangement: Arrangement;
  readonly #confs: ConfViews;
  /** By the file that names the driver, and the name. */
  readonly #searches = new Map<string, DriverSearch>();

  constructor(private readonly sources: Sources) {
    this.#arrangement = new Arrangement(sources);
    this.#confs = new ConfViews({
      confUris: () => this.confUris(),
      read: (uri) => this.#readConf(uri),
      templatesOf: (conf) => this.templatesOf(conf),
      template: (uri) => this.template(uri),
      lookUpDriver: (conf, selection) => this.#selectedDriver(conf, selection),
    });
  }

  /** What a file is by its name and language, and one that ends as nova's templates do by a nova.conf that names it. */
  kind(uri: string): FileKind | undefined {
    return this.#arrangement.kind(uri);
  }

  /** Whether a file lies in one of the roots. */
  contains(uri: string): boolean {
    return this.sources.roots.some((root) => isWithin(uri, root));
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
    return this.#confs.get(uri);
  }

  /** Takes note that an open file which is no nova.conf has another text: all files lie as they did. */
  edited(uri: string): void {
    if (isTemplate(this.kind(uri))) this.#confs.templateEdited(uri);
    else this.#confs.edited(uri);
  }

  /** Every nova.conf that may govern a template. */
  confs(): readonly NovaConfView[] {
    return this.#confs.all();
  }

  /** Those of them that select a class which stands in the module of a file. */
  confsWithDriver(driver: string): readonly NovaConfView[] {
    return this.#confs.withDriver(driver);
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
    return this.#lookUp(name, uri).lookup;
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
    return requestFile(this.sources, template);
  }

  /** The names that its request gives a Cheetah file; `undefined` where it gives none, or cannot be read. */
  requestNames(template: string): RequestNames | undefined {
    return requestNames(this.sources, template);
  }

  #readConf(uri: string): OwnConf | undefined {
    const content = this.sources.files.content(uri);
    if (content === undefined) return undefined;
    const { conf, selection } = this.sources.models.conf(uri, content);
    const named = namedTemplate(uri, selection.templateFile);
    const missing = named !== undefined && !this.sources.files.exists(named) && this.contains(named);
    return { uri, content, conf, selection, ...(missing && { missingTemplateFile: shownPath(named) }) };
  }

  #lookUp(name: string, uri: string): FollowedLookup {
    const key = `${uri}\n${name}`;
    const search = this.#searches.get(key) ?? new DriverSearch(name, this.searchFolders(uri), this.sources);
    this.#searches.set(key, search);
    return search.follow();
  }

  /** Of a file that lies nowhere yet, only that counts which is found: where else to look is not known. So it is with a driver that ships, where the installation has no files. */
  #selectedDriver(uri: string, { driver }: Selection): FollowedLookup | undefined {
    if (!driver) return undefined;
    const followed = this.#lookUp(driver.value, uri);
    const isOutOfSight = !liesInFolder(uri) || isShippedName(driver.value);
    return followed.lookup.kind === 'no-module' && isOutOfSight ? undefined : followed;
  }
}
