import { URI, Utils } from 'vscode-uri';
import { defaultSettings, type WorkspaceSettings } from '../workspace/workspace';

/** The settings `openstackVif.*`, each with its default where a client leaves it out or gives something else than it should. */
export interface ServerSettings {
  readonly workspace: WorkspaceSettings;
  /** The Python interpreter; looked for on the system where it is not set. */
  readonly pythonPath: string | undefined;
  /** How long a driver may run, in ms. */
  readonly driverTimeLimit: number;
}

const DEFAULT_TIME_LIMIT = 10;

function get(settings: unknown, name: string): unknown {
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>)[name] : undefined;
}

function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '')
    : undefined;
}

/** A folder of the settings: absolute, or below the first root. */
function folderUri(path: string, root: string | undefined): string {
  const absolute = /^(?:[/\\]|[A-Za-z]:)/.test(path);
  return (absolute || root === undefined ? URI.file(path) : Utils.resolvePath(URI.parse(root), path))
    .toString()
    .replace(/\/$/, '');
}

/** Reads the section `openstackVif` as a client sends it. Whatever is missing or of the wrong type has its default. */
export function readSettings(section: unknown, root: string | undefined): ServerSettings {
  const pythonPath = get(section, 'pythonPath');
  const seconds = get(section, 'driverTimeLimit');
  return {
    workspace: {
      driverFolders: (strings(get(section, 'driverPaths')) ?? []).map((path) => folderUri(path, root)),
      computeKeys: strings(get(section, 'computeKeys')) ?? defaultSettings.computeKeys,
    },
    pythonPath: typeof pythonPath === 'string' && pythonPath !== '' ? pythonPath : undefined,
    driverTimeLimit: (typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_TIME_LIMIT) * 1000,
  };
}
