import type { Renderer } from '../rendering/renderer';
import type { Disk } from '../workspace/disk';
import type { Workspace } from '../workspace/workspace';

/** How drivers are run. */
export interface RunOptions {
  /** Folders that no interpreter is taken from: those of the workspace, as URIs. */
  readonly forbiddenFolders: readonly string[];
  /** The Python interpreter; looked for on the system where it is not set. */
  readonly pythonPath: string | undefined;
  /** How long a driver may run, in ms. */
  readonly driverTimeLimit: number;
}

/** What the place where the server runs can do: a machine, or a browser. */
export interface Platform {
  readonly disk: Disk;
  /** Runs something as soon as what is due now is done, and the messages that have come in by then are on their way. */
  readonly nextTurn: (run: () => void) => void;
  /** The folder of the drivers that ship, as a URI; missing where the installation has no files. */
  readonly shippedFolder?: string;
  /** Where each code of a problem is explained, as a URI. */
  readonly problemLinks: () => ReadonlyMap<string, string>;
  /** The text of the request that ships; missing where the installation has no files. */
  readonly defaultRequest?: () => string;
  /** Ends the server with its client, of which it gets the process; missing where others see to that. */
  readonly endWithProcess?: (processId: number) => void;
  /** Missing where no driver can be run. */
  readonly createRenderer?: (workspace: Workspace, options: RunOptions) => Renderer;
}
