import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** The built command line. */
export const CLI = path.join(__dirname, '../../dist/cli.js');

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `vif` in a folder. */
export function vif(cwd: string, ...args: readonly string[]): Ended {
  return vifWith(cwd, '', ...args);
}

/** Runs `vif` in a folder with something on stdin. */
export function vifWith(cwd: string, input: string | Buffer, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  return { code: status, stdout, stderr };
}
