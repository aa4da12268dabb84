import { URI } from 'vscode-uri';
import type { DriverLookup, DriverView, NovaConfView, TemplateView } from '../check/view';
import type { Problem } from '../problems';
import type { ConfChoice } from './arrangement';
import { checkFile } from './checkFile';
import type { Disk } from './disk';
import { DRIVER_PATTERN, driverNamesIn } from './driverNames';
import type { FileKind } from './fileKind';
import { Files, folderOf, isWithin, normalized, type OpenText } from './files';
import { FoundFiles } from './foundFiles';
import { foldersUpwards, Layouts } from './layout';
import { withLevels } from './levels';
import { Models } from './models';
import { checkedFiles, driversOf, relatedFiles } from './relations';
import { SearchPath } from './searchPath';
import { shippedDriverNames } from '../driver/shippedDrivers';
import { defaultSettings, type WorkspaceSettings } from './settings';
import { Views } from './views';

/** The names of nova.confs and template files. */
const PATTERNS = ['nova.conf', 'nova-*.conf', '*.vif.xml', 'libvirt.xml.template'];

/**
 * The files of a workspace: those that are open and those that were found, and how they hang together. The only place that
 * caches. Every file is named by its normalized URI.
 */
export class Workspace {
  readonly files: Files;

  #settingsOf: (uri: string) => WorkspaceSettings = () => defaultSettings;
  #choice: ConfChoice = { of: () => undefined, all: [] };
  #chosenRequest: (uri: string) => string | undefined = () => undefined;
  #roots: readonly string[] = [];
  readonly #found = new FoundFiles();
  /** How many searches of the roots are under way. */
  #searches = 0;
  readonly #layouts = new Layouts();
  readonly #models: Models;
  readonly #driverFiles = new Map<string, Promise<readonly string[]>>();
  #views: Views | undefined;

  /** `shippedFolder` is that of the drivers that ship; left out where the installation has no files. */
  constructor(
    private readonly disk: Disk,
    private readonly shippedFolder?: string,
  ) {
    this.files = new Files(disk);
    this.#models = new Models(shippedFolder);
  }

  /** Sets where the settings of a file come from. */
  set settingsOf(settingsOf: (uri: string) => WorkspaceSettings) {
    this.#settingsOf = settingsOf;
    this.#forget();
  }

  /** Sets which request the user has chosen for the templates of a file's folder. */
  set chosenRequest(of: (uri: string) => string | undefined) {
    this.#chosenRequest = of;
    this.#forget();
  }

  /** Sets which nova.conf the user has chosen to govern the templates of a file's folder. */
  set choice(choice: ConfChoice) {
    this.#choice = choice;
    this.#add(choice.all);
  }

  /** Sets the folders that the workspace consists of, and finds the files in them, or only below the folders `searched`. */
  async setRoots(roots: readonly string[], searched = roots): Promise<void> {
    this.#roots = roots.map(normalized);
    this.#found.clear();
    this.#add([...this.files.openTexts()].map(({ uri }) => normalized(uri)));
    this.#searches++;
    await this.#discover(searched.map(normalized), true).finally(() => this.#searches--);
  }

  /** The root that a file lies in; the innermost where they nest. */
  rootOf(uri: string): string | undefined {
    const around = this.#roots.filter((root) => isWithin(uri, root));
    return around.reduce<string | undefined>(
      (best, root) => (root.length > (best?.length ?? 0) ? root : best),
      undefined,
    );
  }

  /** Whether a file lies in one of the roots. */
  contains(uri: string): boolean {
    return this.views.contains(uri);
  }

  /** Whether nobody has looked at what lies around a file: it is outside of the roots, or has come since they were searched, without a word. */
  isNew(uri: string): boolean {
    return !this.contains(uri) || (this.#searches === 0 && this.#found.lacks(uri));
  }

  /** Finds the files beside a file and in the folders above it, for one that is new. */
  async addAround(uri: string): Promise<void> {
    await this.#discover(foldersUpwards(folderOf(uri), this.#roots), false);
  }

  opened(document: OpenText): void {
    this.files.opened(document);
    this.#add([normalized(document.uri)]);
  }

  /** An open text has another content now. */
  edited(uri: string): void {
    if (this.kind(uri) === 'nova-conf') this.#forget();
    else this.#views?.edited(uri);
  }

  /** Settings are other ones now. */
  configured(): void {
    this.#forget();
  }

  closed(uri: string): void {
    this.files.closed(uri);
    this.#add([normalized(uri)]);
  }

  /** A file was made, changed or removed on the disk. */
  changedOnDisk(uri: string): void {
    this.files.changedOnDisk(uri);
    this.#driverFiles.clear();
    this.#add([normalized(uri)]);
  }

  /** Files that may have changed on the disk without anyone telling. */
  forgetDisk(): void {
    this.files.forgetDisk();
    this.#driverFiles.clear();
    this.#forget();
  }

  /** What was missing on a disk that has to be asked may be there now. */
  arrived(): void {
    this.files.arrived();
    this.#forget();
  }

  /** What `read` makes of the files: where the disk has to be asked, once everything is here that it looks at. */
  async whenKnown<Answer>(read: () => Answer): Promise<Answer> {
    const { arrivals } = this.disk;
    let answer = read();
    for (let underWay = arrivals?.underWay(); underWay; underWay = arrivals?.underWay()) {
      await underWay;
      answer = read();
    }
    return answer;
  }

  /** Fulfilled when everything is known that the checks look at: at once where the disk need not be asked. */
  async allKnown(): Promise<void> {
    if (this.#roots.every((root) => this.disk.answersAtOnce(root))) return;
    await this.whenKnown(() => {
      for (const uri of this.checkedFiles()) this.problems(uri);
    });
  }

  /** How the files hang together now. Not to be kept beyond the next change. */
  get views(): Views {
    return (this.#views ??= new Views({
      files: this.files,
      models: this.#models,
      roots: this.#roots,
      found: this.#found,
      layouts: this.#layouts,
      choice: this.#choice,
      chosenRequest: this.#chosenRequest,
      settingsOf: this.#settingsOf,
      ...(this.shippedFolder !== undefined && { shippedFolder: this.shippedFolder }),
    }));
  }

  /** Every file that is checked for itself or because a nova.conf selects it, each found out when it is asked for. */
  checkedFiles(): Iterable<string> {
    return checkedFiles(this.views);
  }

  /** The drivers that nova.confs and template files hang on, but for those that ship. */
  driversOf(uris: readonly string[]): readonly string[] {
    return driversOf(this.views, uris);
  }

  /** The files whose problems may change when the text of `uri` does, itself among them. */
  related(uri: string): ReadonlySet<string> {
    return relatedFiles(this.views, uri);
  }

  /** The problems of one file, as severe as the settings want them; none for a file that is not there, or is none of ours. */
  problems(uri: string): readonly Problem[] {
    return withLevels(checkFile(this.views, uri), this.#settingsOf(uri).levels);
  }

  kind(uri: string): FileKind | undefined {
    return this.views.kind(uri);
  }

  template(uri: string): TemplateView | undefined {
    return this.views.template(uri);
  }

  driver(uri: string): DriverView | undefined {
    return this.views.driver(uri);
  }

  conf(uri: string): NovaConfView | undefined {
    return this.views.conf(uri);
  }

  confsOf(template: string): readonly NovaConfView[] {
    return this.views.confsOf(template);
  }

  lookUpDriver(name: string, uri: string): DriverLookup {
    return this.views.lookUpDriver(name, uri);
  }

  /** The names of the drivers that a file at `uri` could select: dotted ones, and last the bare ones of those that ship. */
  async driverNames(uri: string): Promise<readonly string[]> {
    const folders = this.views.searchFolders(uri);
    const own = folders.filter((folder) => folder !== this.shippedFolder);
    const names = own.map(async (folder) => {
      const files = await this.#driverFilesIn(folder);
      const path = new SearchPath(folders, this.files);
      return this.whenKnown(() =>
        files.flatMap((file) => driverNamesIn(folder, file, path.text(file) ?? '', () => this.views.driver(file))),
      );
    });
    const shipped = this.shippedFolder === undefined ? [] : shippedDriverNames;
    return [...new Set([...(await Promise.all(names)).flat(), ...shipped])];
  }

  /** The texts of open files that may differ from the disk, by path. */
  unsavedTexts(): ReadonlyMap<string, string> {
    const texts = [...this.files.openTexts()].map((open) => ({
      uri: URI.parse(open.uri),
      text: open.content.toString(),
    }));
    return new Map(texts.filter(({ uri }) => uri.scheme === 'file').map(({ uri, text }) => [uri.fsPath, text]));
  }

  async #discover(folders: readonly string[], deep: boolean): Promise<void> {
    const found = await Promise.all(folders.map((folder) => this.disk.find(folder, PATTERNS, deep)));
    for (const [index, folder] of folders.entries())
      if (this.disk.answersAtOnce(folder)) this.files.listed(found[index] ?? []);
    this.#add(found.flat());
  }

  /** The files are kept until the disk is said to have changed: finding them takes a walk through all folders. */
  #driverFilesIn(folder: string): Promise<readonly string[]> {
    const kept = this.#driverFiles.get(folder);
    if (kept) return kept;
    const found = this.disk.find(folder, [DRIVER_PATTERN], true);
    this.#driverFiles.set(folder, found);
    return found;
  }

  #forget(): void {
    this.#views = undefined;
  }

  #add(uris: readonly string[]): void {
    for (const uri of uris) this.#found.add(uri, this.files.languageId(uri));
    this.#forget();
  }
}
