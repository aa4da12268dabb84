/** The files beneath the workspace, wherever they lie. Every file and folder is named by its normalized URI. */
export interface Disk {
  /** A file's text as it is, with a byte order mark if it has one; `undefined` where there is no such file, or it cannot be read. */
  read(uri: string): string | undefined;
  /** The names in a folder; none where it cannot be read. */
  names(folder: string): readonly string[];
  /** The files below a folder that one of the glob patterns fits, with symbolic links not followed; with `deep` false, those right in it. */
  find(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]>;
}
