/** Other people's code and the tools' own stores: nothing in folders of these names is what a user keeps. */
export const IGNORED_FOLDERS: readonly string[] = ['node_modules', '.git', '.tox', '.venv'];

/** The files beneath the workspace, wherever they lie. Every file and folder is named by its normalized URI. */
export interface Disk {
  /**
   * A file's text as it is, with a byte order mark if it has one; `undefined` where there is no such file, or it cannot be read. `isFound`: `find` has
   * just given it, so that it is a file and nothing else. `like` is the text of a file that it may be a copy of: then that is its text, and none is made.
   */
  read(uri: string, isFound?: boolean, like?: string): string | undefined;
  /** The names in a folder; none where it cannot be read. */
  names(folder: string): readonly string[];
  /** The files below a folder that one of the glob patterns fits, without the ignored folders and with symbolic links to folders not followed; with `deep` false, those right in it. */
  find(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]>;
  /** Where a file or folder really lies, behind all symbolic links; `undefined` where nothing is there. Left out where there are no links to be seen. */
  realUri?(uri: string): string | undefined;
  /** Whether what is said of a file or folder holds, with all below it, and does not wait for an answer from elsewhere. */
  answersAtOnce(uri: string): boolean;
  /** Left out where everything is known at once. */
  readonly arrivals?: Arrivals;
}

/** What there is to know of a disk that has to be asked: what has not arrived yet reads as missing, until it is here. */
export interface Arrivals {
  /** Fulfilled when what was asked for has arrived, though more may have been asked for since; `undefined` when nothing is under way. */
  underWay(): Promise<void> | undefined;
  /** Sets who is told each time that nothing is under way any more. */
  onArrival(listener: () => void): void;
  /** Forgets a file or folder that may have changed; without one, all of them. */
  forget(uri?: string): void;
}
