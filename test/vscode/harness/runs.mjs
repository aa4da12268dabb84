// The ways in which tests run.
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleSuite } from './bundle.mjs';
import { freshFolders } from './freshFolders.mjs';
import { END_WITH_CALLER, MOCHA, PAGE_TESTS, ROOT, RUN_TESTS, SCREENSHOTS, WEB_TESTS } from './paths.mjs';
import { runLimited } from './runLimited.mjs';

/**
 * @typedef {object} Context
 * @property {import('./chooseHost.mjs').Host} host
 * @property {string} packagedExtension the .vsix
 * @property {number} limitSeconds for one run
 *
 * @typedef {(context: Context) => Promise<void>} Run fails with the reason if not all of its tests pass
 */

/** @type {Record<string, Run>} */
export const RUNS = {
  /** The extension from its source, in a trusted folder. */
  workspace: (context) =>
    runSuite('workspace', context, (index, folders) => testElectron(context, index, folders, ROOT)),

  /** The extension from its source, in restricted mode. runTests() trusts every folder, so this one does without it. */
  restricted: (context) =>
    runSuite('restricted', context, (index, folders) => [
      context.host.executable,
      [
        ...launchArguments(folders),
        ...['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'],
        `--extensionDevelopmentPath=${ROOT}`,
        `--extensionTestsPath=${index}`,
      ],
    ]),

  /** The packaged extension, installed as a user would. */
  installed: (context) =>
    runSuite('installed', context, async (index, folders) => {
      await installExtension(context, folders);
      return testElectron(context, index, folders, folders.emptyExtension);
    }),

  /** The packaged extension, installed, and its window seen through Playwright. */
  page: (context) => runPageTests(PAGE_TESTS, context),

  /** The packaged extension in a browser alone, without a machine behind it, seen through Playwright. */
  web: (context) => runPageTests(WEB_TESTS, context),
};

/** Runs tests in Node that look at VS Code's page. The packaged extension is installed in a folder that they know. */
async function runPageTests(tests, context) {
  const folders = freshFolders();
  await installExtension(context, folders);
  const options = ['--no-config', '--require', END_WITH_CALLER, '--timeout', '60000', '--exit'];
  if (process.env.CI) options.push('--forbid-only');
  const args = [MOCHA, ...options, path.join(tests, '**/*.test.mjs')];
  const environment = { VIF_TEST_EXTENSIONS: folders.extensions };
  await runLimited(process.execPath, args, { environment, limitSeconds: context.limitSeconds });
}

/** The runs that need a window which is a page. */
export const PAGE_SUITES = ['page', 'web'];

/**
 * Bundles a suite, runs it in fresh folders, and believes only what the suite itself left as its result: VS Code exits with 0
 * when its extension host dies in the middle of a test.
 */
async function runSuite(suite, { limitSeconds }, commandFor) {
  const index = await bundleSuite(suite);
  const folders = freshFolders();
  mkdirSync(SCREENSHOTS, { recursive: true });
  const environment = {
    VIF_TEST_RESULT: folders.result,
    VSCODE_HOST_SCREENSHOT: path.join(SCREENSHOTS, `${suite}-failed.png`),
  };
  const [command, args] = await commandFor(index, folders);
  await runLimited(command, args, { environment, limitSeconds });
  checkResult(folders.result);
}

function checkResult(file) {
  if (!existsSync(file)) throw new Error('The extension host ended before its tests did.');
  const { passes, failures } = JSON.parse(readFileSync(file, 'utf8'));
  if (failures > 0) throw new Error(`${failures} tests failed.`);
  if (passes === 0) throw new Error('No test ran.');
}

function testElectron({ host }, extensionTestsPath, folders, extensionDevelopmentPath) {
  const launchArgs = launchArguments(folders);
  const options = { vscodeExecutablePath: host.executable, extensionDevelopmentPath, extensionTestsPath, launchArgs };
  return [process.execPath, [RUN_TESTS, JSON.stringify(options)]];
}

function launchArguments({ workspace, userData, extensions }) {
  return [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
}

async function installExtension({ host, packagedExtension, limitSeconds }, { userData, extensions }) {
  if (!existsSync(packagedExtension)) throw new Error(`There is no ${packagedExtension}: package the extension first.`);
  const args = ['--install-extension', packagedExtension, '--user-data-dir', userData, '--extensions-dir', extensions];
  await runLimited(host.cli, args, { limitSeconds });
}
