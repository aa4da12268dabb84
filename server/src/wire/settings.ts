import { problemCatalogue, type ProblemCode } from '../problems';
import { uriOfPath } from '../workspace/paths';
import { defaultSettings, type Level, type WorkspaceSettings } from '../workspace/settings';

/** The settings `openstackVif.*`, each with its default where a client leaves it out or gives something else than it should. */
export interface ServerSettings {
  /** Those which may differ from folder to folder. */
  readonly workspace: WorkspaceSettings;
  /** The Python interpreter; looked for on the system where it is not set. */
  readonly pythonPath: string | undefined;
  /** How long a driver may run, in ms. */
  readonly driverTimeLimit: number;
  readonly inlayHints: boolean;
  readonly codeLens: boolean;
}

const DEFAULT_TIME_LIMIT = 10;
const LEVELS: readonly Level[] = ['error', 'warning', 'information', 'hint', 'ignore'];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function get(settings: unknown, name: string): unknown {
  return isRecord(settings) ? settings[name] : undefined;
}

function strings(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string' && item !== '')
    : undefined;
}

/** A file or folder of the settings: absolute, or below the root. */
function toUri(path: string, root: string | undefined): string {
  return uriOfPath(path, root).replace(/\/$/, '');
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(problemCatalogue, code);
}

function readLevels(section: unknown): ReadonlyMap<ProblemCode, Level> {
  const levels = new Map<ProblemCode, Level>();
  if (!isRecord(section)) return levels;
  for (const [code, value] of Object.entries(section)) {
    const level = LEVELS.find((known) => known === value);
    if (isCode(code) && level !== undefined) levels.set(code, level);
  }
  return levels;
}

function readWorkspaceSettings(section: unknown, root: string | undefined): WorkspaceSettings {
  const templatePath = get(section, 'templatePath');
  return {
    driverFolders: (strings(get(section, 'driverPaths')) ?? []).map((path) => toUri(path, root)),
    computeKeys: strings(get(section, 'computeKeys')) ?? defaultSettings.computeKeys,
    ...(typeof templatePath === 'string' && templatePath !== '' && { templateFile: toUri(templatePath, root) }),
    levels: readLevels(get(section, 'severity')),
  };
}

/** Reads the section `openstackVif` as a client sends it for a root. Whatever is missing or of the wrong type has its default. */
export function readSettings(section: unknown, root: string | undefined): ServerSettings {
  const pythonPath = get(section, 'pythonPath');
  const seconds = get(section, 'driverTimeLimit');
  return {
    workspace: readWorkspaceSettings(section, root),
    pythonPath: typeof pythonPath === 'string' && pythonPath !== '' ? pythonPath : undefined,
    driverTimeLimit: (typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_TIME_LIMIT) * 1000,
    inlayHints: get(section, 'inlayHints') !== false,
    codeLens: get(section, 'codeLens') !== false,
  };
}
