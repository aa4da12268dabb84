// Which VS Code the tests run in.
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from '../host/browser.mjs';
import { LAUNCHER } from '../host/paths.mjs';
import { DOWNLOADS, INSTALL_HOST } from './paths.mjs';

/**
 * @typedef {object} Host
 * @property {string} name what to call it in the output
 * @property {string} executable what @vscode/test-electron starts
 * @property {string} cli what installs extensions
 * @property {boolean} hasPage whether its window is a page that Playwright can open
 */

/**
 * Chooses: what VSCODE_TEST_EXECUTABLE names; else, on Linux on x64 with Chromium, VS Code in the browser; else the desktop
 * application, which is downloaded.
 * @returns {Promise<{ host?: Host, reasons: string[] }>} the host, or why there is none
 * @throws if VSCODE_TEST_EXECUTABLE names no file
 */
export async function chooseHost() {
  const named = process.env.VSCODE_TEST_EXECUTABLE;
  if (named) return { host: namedHost(named), reasons: [] };
  const reasons = [];
  for (const find of [browserHost, downloadedHost]) {
    try {
      return { host: await find(), reasons };
    } catch (error) {
      reasons.push(error.message);
    }
  }
  return { reasons };
}

function namedHost(executable) {
  if (!existsSync(executable)) throw new Error(`VSCODE_TEST_EXECUTABLE names no file: ${executable}`);
  return desktopHost(`${executable}, from VSCODE_TEST_EXECUTABLE`, executable);
}

function browserHost() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('VS Code in the browser: is set up for Linux on x64 only.');
  }
  const chromium = findChromium();
  if (!chromium)
    throw new Error('VS Code in the browser: there is no chromium on the PATH (on Debian: apt-get install chromium).');
  const { status } = spawnSync(process.execPath, [INSTALL_HOST], { stdio: 'inherit' });
  if (status !== 0) throw new Error('VS Code in the browser: it could not be installed, see above.');
  return { name: `VS Code in the browser, ${chromium}`, executable: LAUNCHER, cli: LAUNCHER, hasPage: true };
}

async function downloadedHost() {
  try {
    const executable = await downloadAndUnzipVSCode({ version: 'stable', cachePath: DOWNLOADS });
    return desktopHost(`VS Code downloaded to ${executable}`, executable);
  } catch (error) {
    throw new Error(`VS Code for the desktop: it could not be downloaded (${error.message}).`, { cause: error });
  }
}

function desktopHost(name, executable) {
  const cli = resolveCliPathFromVSCodeExecutablePath(executable);
  return { name, executable, cli: existsSync(cli) ? cli : executable, hasPage: false };
}
