import { readdirSync, readFileSync, statSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import { IGNORED_FOLDERS, type Disk } from './disk';

function read(uri: string): string | undefined {
  const parsed = URI.parse(uri);
  if (parsed.scheme !== 'file') return undefined;
  try {
    if (!statSync(parsed.fsPath).isFile()) return undefined;
    return readFileSync(parsed.fsPath, 'utf8');
  } catch {
    return undefined;
  }
}

function names(folder: string): readonly string[] {
  if (URI.parse(folder).scheme !== 'file') return [];
  try {
    return readdirSync(URI.parse(folder).fsPath);
  } catch {
    return [];
  }
}

async function find(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]> {
  if (URI.parse(folder).scheme !== 'file') return [];
  const found = await glob(
    patterns.map((pattern) => (deep ? `**/${pattern}` : pattern)),
    {
      cwd: URI.parse(folder).fsPath,
      ignore: IGNORED_FOLDERS.map((name) => `**/${name}/**`),
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    },
  );
  return found.map((path) => URI.file(path).toString()).sort();
}

/** The machine's own disk. */
export const nodeDisk: Disk = { read, names, find };
