import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../programs/run';
import type { LANGUAGES } from '../documents/peers';
import { say } from '../progress';
import type { Server } from './server';

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

/** A language server of others. */
export interface Peer extends Server {
  readonly language: keyof typeof LANGUAGES;
  /** The longest document (lines) that it is asked about: longer ones take it many minutes. */
  readonly upTo?: number;
}

/** A peer as npm has it: its package, and the script in it that is started. */
interface PeerPackage extends Pick<Peer, 'language' | 'pulls' | 'upTo'> {
  readonly name: string;
  readonly package: string;
  readonly script: string;
  /** What makes it speak over stdio; `--stdio` unless said. */
  readonly args?: readonly string[];
}

const PACKAGES: readonly PeerPackage[] = [
  {
    name: 'vscode-json',
    package: 'vscode-langservers-extracted',
    script: 'bin/vscode-json-language-server',
    language: 'json',
    pulls: true,
  },
  {
    name: 'vscode-html',
    package: 'vscode-langservers-extracted',
    script: 'bin/vscode-html-language-server',
    language: 'html',
    pulls: true,
  },
  {
    name: 'dockerfile-language-server',
    package: 'dockerfile-language-server-nodejs',
    script: 'bin/docker-langserver',
    language: 'dockerfile',
    upTo: 10_000,
  },
  {
    name: 'tombi, in Rust',
    package: 'tombi',
    script: 'bin/tombi',
    language: 'toml',
    pulls: true,
    args: ['lsp'],
    upTo: 10_000,
  },
  {
    name: 'yaml-language-server',
    package: 'yaml-language-server',
    script: 'bin/yaml-language-server',
    language: 'yaml',
  },
];

/** Peers that npm does not have: LemMinX needs a Java, and xml-tools' server is not published. */
const ELSEWHERE = ['LemMinX', 'SAP xml-tools'];

/** The peers that could be installed, and the names of those that could not. */
export function findPeers(): { readonly found: readonly Peer[]; readonly missing: readonly string[] } {
  const looked = PACKAGES.map((peer) => ({ peer, folder: packageFolder(peer.package) }));
  const found = looked.flatMap(
    ({ peer: { name, package: from, script, language, pulls, upTo, args = ['--stdio'] }, folder }) =>
      folder === undefined
        ? []
        : {
            name: `${name} ${packageVersion(from)}`,
            language,
            ...(pulls && { pulls }),
            ...(upTo !== undefined && { upTo }),
            command: { program: process.execPath, args: [path.join(folder, script), ...args] },
          },
  );
  const missing = looked.filter(({ folder }) => folder === undefined).map(({ peer }) => peer.name);
  return { found, missing: [...missing, ...ELSEWHERE] };
}
