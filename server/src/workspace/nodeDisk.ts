import { readdirSync, readFileSync, statSync } from 'node:fs';
import { glob } from 'tinyglobby';
import { URI } from 'vscode-uri';
import type { Disk } from './disk';

/** Other people's code and the tools' own stores: nothing in there is what a user keeps. */
const IGNORED = ['**/node_modules/**', '**/.git/**', '**/.tox/**', '**/.venv/**'];

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
  try {
    return readdirSync(URI.parse(folder).fsPath);
  } catch {
    return [];
  }
}

async function find(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]> {
  const found = await glob(
    patterns.map((pattern) => (deep ? `**/${pattern}` : pattern)),
    {
      cwd: URI.parse(folder).fsPath,
      ignore: IGNORED,
      absolute: true,
      followSymbolicLinks: false,
      expandDirectories: false,
    },
  );
  return found.map((path) => URI.file(path).toString()).sort();
}

/** The machine's own disk. */
export const nodeDisk: Disk = { read, names, find };
