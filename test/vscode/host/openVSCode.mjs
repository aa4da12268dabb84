// A running VS Code and its window, for the launcher and for Playwright tests.
import { setTimeout as sleep } from 'node:timers/promises';
import { launchBrowser } from './browser.mjs';
import { createHome } from './home.mjs';
import { startServer } from './server.mjs';
import { workbenchUrl } from './workbenchUrl.mjs';

const CLOSE_LIMIT_MS = 5_000;

/**
 * Opens VS Code.
 * @param {object} options
 * @param {string} [options.folder] the folder to open
 * @param {string} [options.userDataDir] holds User/settings.json; default: a fresh one
 * @param {string} [options.extensionsDir] the installed extensions; default: none
 * @param {string[]} [options.developmentPaths] folders of extensions that are run from their source
 * @param {string} [options.testsPath] the module whose `run` VS Code calls
 * @param {boolean} [options.trusted] whether every folder is trusted; false: VS Code starts in restricted mode
 * @param {NodeJS.ProcessEnv} [options.environment] variables for the extension host
 * @param {(page: import('playwright-core').Page) => Promise<void>} [options.beforeLoad] called with the empty page
 * @returns `page`; `close`, which ends everything and removes its files; `serverEnded`, a promise of why the server ended
 */
export async function openVSCode(options) {
  const home = createHome(options.environment);
  const server = startServer(home, serverFlags(options));
  const browser = launchBrowser(home);
  const close = async () => {
    const closed = browser.then((context) => context.close()).catch(() => undefined);
    await Promise.race([closed, sleep(CLOSE_LIMIT_MS, undefined, { ref: false })]);
    await server.stop();
    home.dispose();
  };
  try {
    const [port, context] = await Promise.all([server.port, browser]);
    const page = context.pages()[0] ?? (await context.newPage());
    await options.beforeLoad?.(page);
    await page.goto(workbenchUrl(port, options), { waitUntil: 'domcontentloaded' });
    return { page, close, serverEnded: server.ended };
  } catch (error) {
    await close();
    throw error;
  }
}

function serverFlags({ userDataDir, extensionsDir, developmentPaths = [], trusted = true }) {
  return [
    ...(userDataDir ? ['--user-data-dir', userDataDir] : []),
    ...(extensionsDir ? ['--extensions-dir', extensionsDir] : []),
    ...(trusted ? ['--disable-workspace-trust'] : []),
    // Without this flag a built VS Code ignores extensionDevelopmentPath and extensionTestsPath.
    ...(developmentPaths.length > 0 ? ['--enable-smoke-test-driver'] : []),
  ];
}
