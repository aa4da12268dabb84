// The browser that shows VS Code's window.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** Finds Chromium, or Chrome: VSCODE_HOST_CHROMIUM, else the first on the PATH; undefined where there is none. */
export function findChromium() {
  if (process.env.VSCODE_HOST_CHROMIUM) return process.env.VSCODE_HOST_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = ['chromium', 'google-chrome'].flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return candidates.find(isExecutable);
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Starts the browser headless, with a profile of its own and no way to any other machine.
 * @param {{ browserProfile: string, browserEnvironment: NodeJS.ProcessEnv }} home
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function launchBrowser(home) {
  const { chromium } = await import('playwright-core');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no chromium on the PATH.');
  return chromium.launchPersistentContext(home.browserProfile, {
    executablePath,
    env: home.browserEnvironment,
    viewport: { width: 1400, height: 900 },
    // Whoever opened VS Code closes it on a signal.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
