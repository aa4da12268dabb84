import { URI, Utils } from 'vscode-uri';
import type { Text } from '../text/text';
import type { Disk } from './disk';
import { LastRead } from './lastRead';

/** A text that an editor has open. */
export interface OpenText {
  readonly uri: string;
  readonly languageId: string;
  /** The text as it is now. */
  readonly content: Text;
}

/** A file of a machine, but for one right in its root: what comes before the last slash is its folder. */
const IN_FOLDER = /^(file:\/\/[^/?#]*(?:\/[^/?#]+)+)\/[^/?#]+$/;
/** A file of this machine in whose path each character stands for itself. */
const PLAIN_FILE = /^file:\/\/(?:\/[\w.~-]+)+$/;

// These are asked very often, and to take a URI apart is slow.

/** The one spelling of a URI that is used as a key, whatever spelling a client has for it. */
export function normalized(uri: string): string {
  return isPlainFile(uri) ? uri : URI.parse(uri).toString();
}

/** The folder that a file lies in. */
export function folderOf(uri: string): string {
  const [, folder] = IN_FOLDER.exec(uri) ?? [];
  if (folder !== undefined) return folder;
  return Utils.dirname(URI.parse(uri)).toString();
}

/** Whether a URI names a file of this machine, and says its path as it is. */
export function isPlainFile(uri: string): boolean {
  return PLAIN_FILE.test(uri);
}

/** The name of a file in its folder. */
export function nameOf(uri: string): string {
  return isPlainFile(uri) ? uri.slice(uri.lastIndexOf('/') + 1) : Utils.basename(URI.parse(uri));
}

/** Whether a file has a place: not so a new one that was never saved, such as `untitled:Untitled-1`. */
export function liesInFolder(uri: string): boolean {
  return uri.startsWith('file:///') || URI.parse(uri).path.startsWith('/');
}

/** How a message names a file or folder: as its own machine does, or by the path alone where it lies on none. */
export function shownPath(uri: string): string {
  const parsed = URI.parse(uri);
  return parsed.scheme === 'file' ? parsed.fsPath : parsed.path;
}

/** Whether a file or folder is the folder itself, or lies somewhere in it. */
export function isWithin(uri: string, folder: string): boolean {
  return uri === folder || uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The texts of files: what an editor has open counts, else what is on the disk. The disk is read once for each file, until a change is told. */
export class Files {
  readonly #open = new Map<string, OpenText>();
  readonly #read = new Map<string, string | undefined>();
  /** Files that the disk has just listed: they are there, though nobody has read them. */
  readonly #listed = new Set<string>();
  /** Those of them that were not asked for since. */
  readonly #found = new Set<string>();
  readonly #lastRead = new LastRead<string>();
  /** Any change on the disk may lead a link elsewhere. */
  readonly #real = new Map<string, string | undefined>();

  constructor(private readonly disk: Disk) {}

  opened(document: OpenText): void {
    this.#open.set(normalized(document.uri), document);
  }

  closed(uri: string): void {
    this.#open.delete(normalized(uri));
    this.changedOnDisk(uri);
  }

  changedOnDisk(uri: string): void {
    this.disk.arrivals?.forget(normalized(uri));
    this.#real.clear();
    this.#read.delete(normalized(uri));
    this.#listed.delete(normalized(uri));
    this.#found.delete(normalized(uri));
  }

  /** Takes note that files are there: a search has found them on the disk. */
  listed(uris: Iterable<string>): void {
    for (const uri of uris) {
      this.#listed.add(uri);
      this.#found.add(uri);
    }
  }

  /** Forgets all that was read: for clients which do not tell of changes on the disk. */
  forgetDisk(): void {
    this.disk.arrivals?.forget();
    this.#real.clear();
    this.#read.clear();
    this.#found.clear();
  }

  /** What was missing may be there now. */
  arrived(): void {
    this.#read.clear();
  }

  openTexts(): Iterable<OpenText> {
    return this.#open.values();
  }

  languageId(uri: string): string | undefined {
    return this.#open.get(uri)?.languageId;
  }

  exists(uri: string): boolean {
    const isListed = this.#listed.has(uri) && !this.#read.has(uri);
    return isListed || this.content(uri) !== undefined;
  }

  /** The file's text as it is, with a byte order mark if it has one; `undefined` where there is no such file, or it cannot be read. */
  text(uri: string): string | undefined {
    return this.content(uri)?.toString();
  }

  /** The same for those who look at stretches of it alone: an edit of a long text does not put it together. */
  content(uri: string): Text | undefined {
    const open = this.#open.get(uri);
    if (open) return open.content;
    if (!this.#read.has(uri)) this.#read.set(uri, this.#readOnDisk(uri));
    return this.#read.get(uri);
  }

  /** Where a file or folder really lies, behind all symbolic links; `undefined` where it is not on the disk, or the disk tells of no links. */
  realUri(uri: string): string | undefined {
    if (!this.#real.has(uri)) this.#real.set(uri, this.disk.realUri?.(uri));
    return this.#real.get(uri);
  }

  /** The names in a folder on the disk; none where it cannot be read. */
  names(folder: string): readonly string[] {
    return this.disk.names(folder);
  }

  #readOnDisk(uri: string): string | undefined {
    const name = nameOf(uri);
    const text = this.disk.read(uri, this.#found.delete(uri), this.#lastRead.like(name));
    if (text !== undefined) this.#lastRead.add(name, text);
    return text;
  }
}
