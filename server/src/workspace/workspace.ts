import { URI, Utils } from 'vscode-uri';
import { checkDriver } from '../check/checkDriver';
import { checkNovaConf } from '../check/checkNovaConf';
import { checkTemplate } from '../check/checkTemplate';
import type { DriverLookup, NovaConfView, TemplateView } from '../check/view';
import type { Selected } from '../novaConf/selection';
import type { Problem } from '../problems';
import { discover } from './discover';
import { lookUpDriver, parseDriverName } from './driverLookup';
import { fileKind, REQUEST_NAME, type FileKind } from './fileKind';
import { Files, folderOf, normalized, type OpenText } from './files';
import { foldersUpwards, makeLayout, type Layout } from './layout';
import { Models } from './models';

export interface WorkspaceSettings {
  /** Folders that drivers are looked up in after those of nova.conf, as URIs. */
  readonly driverFolders: readonly string[];
  /** The keys that nova-compute fills. */
  readonly computeKeys: readonly string[];
}

export const defaultSettings: WorkspaceSettings = { driverFolders: [], computeKeys: ['mac_address'] };

/** What was worked out from all texts together, as they are now; gone with the next change. */
interface Snapshot {
  layout?: Layout;
  readonly confs: Map<string, NovaConfView>;
}

/**
 * The files of a workspace and how they hang together: which nova.conf governs a template, and which driver it selects.
 * The only place that caches. Every file is named by its normalized URI.
 */
export class Workspace {
  readonly files = new Files();
  /** The nova.conf that governs every template, where the user says so. */
  onlyConf: string | undefined;

  #settings = defaultSettings;
  #roots: readonly string[] = [];
  readonly #found = new Set<string>();
  #snapshot: Snapshot = { confs: new Map() };
  readonly #models = new Models();

  get settings(): WorkspaceSettings {
    return this.#settings;
  }

  set settings(settings: WorkspaceSettings) {
    this.#settings = settings;
    this.#forget();
  }

  /** Sets the folders that the workspace consists of, and finds the files in them, or only below the folders `searched`. */
  async setRoots(roots: readonly string[], searched = roots): Promise<void> {
    this.#roots = roots.map(normalized);
    this.#found.clear();
    this.#add([...this.files.openTexts()].map(({ uri }) => normalized(uri)));
    await this.#discover(searched.map(normalized), true);
  }

  /** Whether a file lies in one of the roots. */
  contains(uri: string): boolean {
    return this.#roots.some((root) => uri.startsWith(`${root}/`));
  }

  /** Finds the files beside a file and in the folders above it, for one that was not found with the roots. */
  async addAround(uri: string): Promise<void> {
    if (URI.parse(uri).scheme === 'file') await this.#discover(foldersUpwards(folderOf(uri), this.#roots), false);
  }

  opened(document: OpenText): void {
    this.files.opened(document);
    this.#add([normalized(document.uri)]);
  }

  /** An open text has another content now. */
  edited(): void {
    this.#forget();
  }

  closed(uri: string): void {
    this.files.closed(uri);
    this.#add([normalized(uri)]);
  }

  /** A file was made, changed or removed on the disk. */
  changedOnDisk(uri: string): void {
    this.files.changedOnDisk(uri);
    this.#add([normalized(uri)]);
  }

  /** Files that may have changed on the disk without anyone telling. */
  forgetDisk(): void {
    this.files.forgetDisk();
    this.#forget();
  }

  kind(uri: string): FileKind | undefined {
    return fileKind(Utils.basename(URI.parse(uri)), this.files.languageId(uri));
  }

  /** Every file that is checked for itself or because a nova.conf selects it. */
  checkedFiles(): readonly string[] {
    const drivers = [...this.#confViews()].flatMap((conf) => foundDriver(conf)?.view.uri ?? []);
    return [...new Set([...this.#confUris(), ...this.#existing('template'), ...drivers])];
  }

  /** The files whose problems may change when the text of `uri` does, itself among them. */
  related(uri: string): ReadonlySet<string> {
    const confs = this.#relatedConfs(uri);
    const drivers = confs.flatMap((conf) => foundDriver(conf)?.view.uri ?? []);
    const templates = confs.flatMap((conf) => conf.templates.map((template) => template.uri));
    const others = this.kind(uri) === 'template' ? [uri] : templates;
    const competing = confs.some(({ selection }) => selection.templateFile)
      ? others.flatMap((other) => this.confsOf(other))
      : [];
    return new Set([uri, ...[...confs, ...competing].map((conf) => conf.uri), ...drivers, ...others]);
  }

  /** The problems of one file; none for a file that is not there, or is none of ours. */
  problems(uri: string): readonly Problem[] {
    const text = this.files.text(uri);
    const kind = this.kind(uri);
    if (text === undefined) return [];
    if (kind === 'template')
      return checkTemplate(this.#models.template(uri, text), this.confsOf(uri), new Set(this.#settings.computeKeys));
    if (kind === 'python' || kind === 'javascript')
      return checkDriver(this.#models.driver(uri, kind, text), [...this.#confViews()]);
    const conf = kind === 'nova-conf' ? this.conf(uri) : undefined;
    return conf ? checkNovaConf(conf) : [];
  }

  /** A plain template file; `undefined` for what is none. */
  template(uri: string): TemplateView | undefined {
    const text = this.files.text(uri);
    return text === undefined || this.kind(uri) !== 'template' ? undefined : this.#models.template(uri, text);
  }

  /** A nova.conf with what it selects; `undefined` where there is none. */
  conf(uri: string): NovaConfView | undefined {
    const kept = this.#snapshot.confs.get(uri);
    if (kept) return kept;
    const text = this.files.text(uri);
    if (text === undefined) return undefined;
    const view = this.#makeConf(uri, text);
    this.#snapshot.confs.set(uri, view);
    return view;
  }

  /** The nova.confs that govern a template file, the one that counts most first. */
  confsOf(template: string): readonly NovaConfView[] {
    const uris = this.onlyConf === undefined ? (this.#layout().confsOf.get(template) ?? []) : [this.onlyConf];
    return uris.flatMap((uri) => this.conf(uri) ?? []);
  }

  /** Finds a driver by name, as a file at `uri` would select it. */
  lookUpDriver(name: string, uri: string): DriverLookup {
    return lookUpDriver(name, this.searchFolders(uri), {
      exists: (file) => this.files.exists(file),
      names: (folder) => this.files.names(folder),
      readDriver: (file, language) => this.#models.driver(file, language, this.files.text(file) ?? ''),
    });
  }

  /** The folders that drivers are looked up in for a file, first one first: its own, those above it, those of the settings. */
  searchFolders(uri: string): readonly string[] {
    return [...new Set([...foldersUpwards(folderOf(uri), this.#roots), ...this.#settings.driverFolders])];
  }

  /** The request nearest to a template: in its folder or above it. */
  requestFile(template: string): string | undefined {
    return foldersUpwards(folderOf(template), this.#roots)
      .map((folder) => Utils.joinPath(URI.parse(folder), REQUEST_NAME).toString())
      .find((uri) => this.files.exists(uri));
  }

  /** The texts of open files that may differ from the disk, by path. */
  unsavedTexts(): ReadonlyMap<string, string> {
    const texts = [...this.files.openTexts()].map((open) => ({ uri: URI.parse(open.uri), text: open.getText() }));
    return new Map(texts.filter(({ uri }) => uri.scheme === 'file').map(({ uri, text }) => [uri.fsPath, text]));
  }

  async #discover(folders: readonly string[], deep: boolean): Promise<void> {
    for (const found of await Promise.all(folders.map((folder) => discover(folder, deep)))) this.#add(found);
  }

  #forget(): void {
    this.#snapshot = { confs: new Map() };
  }

  #add(uris: readonly string[]): void {
    for (const uri of uris) {
      const kind = this.kind(uri);
      if (kind === 'nova-conf' || kind === 'template' || kind === 'cheetah') this.#found.add(uri);
    }
    this.#forget();
  }

  #existing(kind: FileKind): readonly string[] {
    return [...this.#found].filter((uri) => this.kind(uri) === kind && this.files.exists(uri));
  }

  #confUris(): readonly string[] {
    return this.onlyConf === undefined ? this.#existing('nova-conf') : [this.onlyConf];
  }

  *#confViews(): Iterable<NovaConfView> {
    for (const uri of this.#confUris()) {
      const view = this.conf(uri);
      if (view) yield view;
    }
  }

  /** The nova.confs whose problems, or whose driver's or templates', hang on a file. */
  #relatedConfs(uri: string): readonly NovaConfView[] {
    const kind = this.kind(uri);
    if (kind === 'template') return this.confsOf(uri);
    const confs = [...this.#confViews()];
    if (kind === 'nova-conf') return confs.filter((conf) => conf.uri === uri);
    const moduleName = moduleNameOf(uri);
    return confs.filter(
      ({ selection }) => lastPart(parseDriverName(selection.driver?.value ?? '')?.module) === moduleName,
    );
  }

  #makeConf(uri: string, text: string): NovaConfView {
    const { conf, selection } = this.#models.conf(uri, text);
    const governed = this.#templatesOf(uri);
    const named = namedTemplate(uri, selection.templateFile);
    const missing = named !== undefined && !this.files.exists(named) && this.contains(named);
    return {
      uri,
      text,
      conf,
      selection,
      ...(selection.driver && { driver: this.lookUpDriver(selection.driver.value, uri) }),
      templates: governed.flatMap((template) => this.template(template) ?? []),
      opaqueTemplates: governed.some((template) => this.kind(template) === 'cheetah'),
      ...(missing && { missingTemplateFile: URI.parse(named).fsPath }),
    };
  }

  #templatesOf(conf: string): readonly string[] {
    if (this.onlyConf === conf) return [...this.#existing('template'), ...this.#existing('cheetah')];
    return this.#layout().templatesOf.get(conf) ?? [];
  }

  #layout(): Layout {
    return (this.#snapshot.layout ??= this.#makeLayout());
  }

  #makeLayout(): Layout {
    const confs = this.#existing('nova-conf');
    const named = new Map<string, string>();
    for (const conf of confs) {
      const template = namedTemplate(conf, this.#models.conf(conf, this.files.text(conf) ?? '').selection.templateFile);
      if (template !== undefined && this.files.exists(template)) named.set(conf, template);
    }
    const templates = new Set([...this.#existing('template'), ...this.#existing('cheetah'), ...named.values()]);
    return makeLayout({
      confs,
      templates: [...templates],
      roots: this.#roots,
      namedTemplate: (conf) => named.get(conf),
    });
  }
}

function foundDriver({ driver }: NovaConfView): Extract<DriverLookup, { kind: 'found' }> | undefined {
  return driver?.kind === 'found' ? driver : undefined;
}

function lastPart(module: string | undefined): string | undefined {
  return module?.slice(module.lastIndexOf('.') + 1);
}

/** The last part of the dotted name of the module that lies in a file. */
function moduleNameOf(uri: string): string {
  const file = URI.parse(uri);
  const name = Utils.basename(file).replace(/\.[^.]*$/, '');
  return name === '__init__' ? Utils.basename(Utils.dirname(file)) : name;
}

/** The file that `libvirt_xml_template` leads to; `undefined` where it is not set, or stands on an option whose value only nova knows. */
function namedTemplate(conf: string, selected: Selected | undefined): string | undefined {
  const path = selected?.value;
  if (path === undefined || path.includes('$')) return undefined;
  const absolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
  return (absolute ? URI.file(path) : Utils.resolvePath(URI.parse(folderOf(conf)), path)).toString();
}
