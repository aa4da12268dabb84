// Takes away what tests of an extension never use, more than half of the disk space.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { NODE_PACKAGE, SERVER_PACKAGE } from './paths.mjs';

/** AI agents, containers, diagrams, what belongs to other platforms, and what compiling left behind. */
const UNUSED = [
  'extensions/copilot',
  'extensions/mermaid-markdown-features',
  'node_modules/@devcontainers',
  'node_modules/@github',
  'node_modules/@microsoft/mxc-sdk',
  'node_modules/@parcel/watcher-linux-x64-musl',
  'node_modules/@vscode/native-watchdog/build/Release/obj.target',
  'node_modules/@vscode/sandbox-runtime',
  'node_modules/@vscode/spdlog/build/Release/obj.target',
  'node_modules/@vscode/windows-process-tree',
];

/** Folders with one folder for each platform. */
const BY_PLATFORM = ['node_modules/@vscode/ripgrep-universal/bin', 'node_modules/node-pty/prebuilds'];

/** Removes them; what is not there is fine. */
export function prune() {
  for (const unused of UNUSED) remove(path.join(SERVER_PACKAGE, unused));
  for (const folder of BY_PLATFORM) keepOnly('linux-x64', path.join(SERVER_PACKAGE, folder));
  for (const unused of ['include', 'share']) remove(path.join(NODE_PACKAGE, unused));
  for (const file of readdirSync(SERVER_PACKAGE, { recursive: true })) {
    if (file.endsWith('.map')) remove(path.join(SERVER_PACKAGE, file));
  }
}

function keepOnly(name, folder) {
  if (!existsSync(folder)) return;
  for (const other of readdirSync(folder)) if (other !== name) remove(path.join(folder, other));
}

function remove(fileOrFolder) {
  rmSync(fileOrFolder, { recursive: true, force: true });
}
