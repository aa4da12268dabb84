import type { ProblemCode, Severity } from '../problems';

/** How severe the user wants the problems of a code to be; `ignore` leaves them out. */
export type Level = Severity | 'ignore';

/** The settings that say what is checked, for the files of one folder of the workspace. */
export interface WorkspaceSettings {
  /** Folders that drivers are looked up in after those of nova.conf, as URIs. */
  readonly driverFolders: readonly string[];
  /** The keys that nova-compute fills. */
  readonly computeKeys: readonly string[];
  /** The template file of a nova.conf which names none, as a URI. */
  readonly templateFile?: string;
  /** The codes whose problems are to be of another severity than their rule gives them. */
  readonly levels: ReadonlyMap<ProblemCode, Level>;
}

export const defaultSettings: WorkspaceSettings = {
  driverFolders: [],
  computeKeys: ['mac_address'],
  levels: new Map(),
};
