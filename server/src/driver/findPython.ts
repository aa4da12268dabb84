import { isAbsolute } from 'node:path';
import { findProgram } from './findProgram';

/** On Windows `python3.exe` is, unless it was asked for, a stub that offers to install Python. */
const NAMES = process.platform === 'win32' ? ['python.exe', 'python3.exe'] : ['python3', 'python'];

/**
 * Finds the interpreter: the one that `configured` names by an absolute path, unchecked; else the first program on
 * `searchPath` (the text of PATH) of the name `configured`, or of a name that Python goes by, that lies in no forbidden folder.
 */
export function findPython(
  configured: string | undefined,
  searchPath: string,
  forbiddenFolders: readonly string[],
): string | undefined {
  if (configured !== undefined && isAbsolute(configured)) return configured;
  return findProgram(configured === undefined ? NAMES : [configured], searchPath, forbiddenFolders);
}
