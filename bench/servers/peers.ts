import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../programs/run';
import { say } from '../progress';

/** Where peers are installed: never into the project's own packages. */
const FOLDER = path.join(ROOT, 'out/bench/peers');

/** Installs a package of npm beside the others where it is not there yet; undefined where it cannot be had. */
export function packageFolder(name: string): string | undefined {
  const folder = path.join(FOLDER, 'node_modules', name);
  if (!existsSync(folder)) {
    say(`Installing ${name}…`);
    mkdirSync(FOLDER, { recursive: true });
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--prefix', FOLDER];
    spawnSync('npm', ['install', ...options, name], { stdio: 'ignore', shell: process.platform === 'win32' });
  }
  return existsSync(folder) ? folder : undefined;
}

/** The version of a package that was installed. */
export function packageVersion(name: string): string {
  const file = path.join(FOLDER, 'node_modules', name, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version : '';
}
