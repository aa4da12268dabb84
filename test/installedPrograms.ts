import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { codeBlocks } from './codeBlocks';

/** The folder of the package. */
export const ROOT = path.join(__dirname, '..');

/** Runs the install command of docs/editors.md, for a folder of its own; gives the folder of the programs. */
export function installPrograms(prefix: string): string {
  const command = codeBlocks('editors.md', 'sh').join('').trim().split('\n').at(-1) ?? '';
  const { status, stderr } = spawnSync(`${command} --prefix '${prefix}'`, { cwd: ROOT, shell: true, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return path.join(prefix, 'bin');
}
