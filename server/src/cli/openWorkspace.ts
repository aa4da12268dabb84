import { statSync } from 'node:fs';
import path from 'node:path';
import { URI } from 'vscode-uri';
import { installation } from '../installation';
import { defaultSettings } from '../workspace/settings';
import { nodeDisk } from '../workspace/nodeDisk';
import { Workspace } from '../workspace/workspace';
import { CommandFailure } from './failure';

/** The normalized URI of a path, which may be relative to the working directory. */
export function toUri(file: string): string {
  return URI.file(path.resolve(file)).toString();
}

/** A file's path for people: relative to the working directory where it lies below it. */
export function toPath(uri: string): string {
  const absolute = URI.parse(uri).fsPath;
  const relative = path.relative(process.cwd(), absolute);
  return relative === '' || relative.startsWith('..') ? absolute : relative;
}

/** Whether a path is a folder. Ends the command where nothing is there. */
export function isFolder(file: string): boolean {
  try {
    return statSync(file).isDirectory();
  } catch {
    throw new CommandFailure(`${file}: there is no such file or folder.`, 2);
  }
}

/** How far up nova.conf and drivers are looked for: to the working directory where the path lies below it, else only in the path's own folder. */
function rootOf(file: string): string {
  const folder = isFolder(file) ? path.resolve(file) : path.dirname(path.resolve(file));
  const cwd = process.cwd();
  return folder === cwd || folder.startsWith(cwd + path.sep) ? cwd : folder;
}

export interface WorkspaceOptions {
  /** The nova.conf that governs everything. */
  readonly conf?: string | undefined;
  readonly driverPath?: readonly string[] | undefined;
}

/** A workspace over files and folders. A folder is searched; beside a file, and above both, only the folders themselves are looked at. */
export async function openWorkspace(paths: readonly string[], options: WorkspaceOptions): Promise<Workspace> {
  const workspace = new Workspace(nodeDisk, toUri(installation.drivers));
  const settings = { ...defaultSettings, driverFolders: (options.driverPath ?? []).map(toUri) };
  workspace.settingsOf = () => settings;
  await workspace.setRoots([...new Set(paths.map(rootOf))].map(toUri), paths.filter(isFolder).map(toUri));
  for (const file of paths) await workspace.addAround(toUri(isFolder(file) ? path.join(file, '.') : file));
  if (options.conf !== undefined) {
    if (isFolder(options.conf)) throw new CommandFailure(`${options.conf} is a folder, no nova.conf.`, 2);
    const conf = toUri(options.conf);
    workspace.choice = { of: () => conf, all: [conf] };
  }
  return workspace;
}
