// For the tests of VS Code in a browser alone: no machine stands behind it, and the extension runs in the browser too.
import { build } from 'esbuild';
import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { after, afterEach, before } from 'mocha';
import { BUNDLES, EXAMPLES } from '../harness/paths.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { createHome } from '../host/home.mjs';
import { keepScreenshot } from '../page/support.mjs';
import { serveWorkbench } from './serveWorkbench.mjs';

const START_LIMIT_MS = 120_000;
const ACTION_LIMIT_MS = 20_000;
const MEMORY_FILES = path.join(import.meta.dirname, 'memoryFiles');

/**
 * Starts a browser, and a site that has VS Code and the packaged extension, for the tests of one `describe`; ends both after
 * them. A test that fails leaves a screenshot.
 * @returns an object which, while the tests run, holds `page`, Playwright's page, and `open`, which opens VS Code in it
 */
export function useWebVSCode() {
  const vscode = {};
  const home = createHome();
  let workbench;
  let browser;
  before(async function () {
    this.timeout(START_LIMIT_MS);
    workbench = await serveWorkbench({ tested: installedExtension(), memory: await bundleMemoryFiles() });
    browser = await launchBrowser(home);
    const page = browser.pages()[0] ?? (await browser.newPage());
    page.setDefaultTimeout(ACTION_LIMIT_MS);
    if (process.env.VSCODE_HOST_VERBOSE) page.on('console', (message) => console.log('[window]', message.text()));
    Object.assign(vscode, { page, open: (folder, file) => open(page, workbench.url(folder, file)) });
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await keepScreenshot(vscode.page, `failed ${this.currentTest.fullTitle()}`);
  });
  after(async () => {
    await browser?.close();
    await workbench?.stop();
    home.dispose();
  });
  return vscode;
}

async function open(page, url) {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: START_LIMIT_MS });
}

/** The folder that the .vsix was unpacked to. */
function installedExtension() {
  const { VIF_TEST_EXTENSIONS: folder } = process.env;
  const name = readdirSync(folder).find((entry) => entry.startsWith('openstack-vif.'));
  return path.join(folder, name);
}

/** The extension that has the examples as its files. */
async function bundleMemoryFiles() {
  const folder = path.join(BUNDLES, 'memoryFiles');
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: [path.join(MEMORY_FILES, 'extension.ts')],
    outdir: folder,
    bundle: true,
    format: 'cjs',
    platform: 'browser',
    target: 'es2022',
    external: ['vscode'],
    logLevel: 'warning',
  });
  cpSync(path.join(MEMORY_FILES, 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(path.join(folder, 'files.json'), JSON.stringify(exampleTexts()));
  return folder;
}

/** The texts of the examples, by their paths in the file system: `/examples/…`. */
function exampleTexts() {
  const files = readdirSync(EXAMPLES, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const entries = files.map(({ parentPath, name }) => {
    const file = path.join(parentPath, name);
    return [path.posix.join('/examples', ...path.relative(EXAMPLES, file).split(path.sep)), readFileSync(file, 'utf8')];
  });
  return Object.fromEntries(entries);
}
