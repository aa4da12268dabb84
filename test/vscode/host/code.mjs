#!/usr/bin/env node
// Stands in for the `code` executable, for the tests of an extension: takes the flags that @vscode/test-electron passes,
// runs the tests in the extension host of a real VS Code, and exits with their code. It also installs extensions.
import { spawn } from 'node:child_process';
import { fstatSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createHome } from './home.mjs';
import { openVSCode } from './openVSCode.mjs';
import { NODE, SERVER } from './paths.mjs';
import { listenToTests } from './testWindow.mjs';

const SCREENSHOT_LIMIT_MS = 5_000;
const CLOSE_LIMIT_MS = 10_000;
const EXIT = { usage: 64, failed: 70, stopped: 130 };

const commandLine = process.argv.slice(2);
const { values: flags, positionals } = parseArgs({
  args: commandLine,
  strict: false, // Flags that only the desktop application knows are passed over.
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string' },
    'disable-workspace-trust': { type: 'boolean' },
  },
});

if (flags.extensionTestsPath) await runTests();
else if (flags['install-extension'] || flags['list-extensions'] || flags.version) passToServer();
else {
  console.error(
    '[host] Nothing to do: give --extensionTestsPath, --install-extension, --list-extensions or --version.',
  );
  process.exitCode = EXIT.usage;
}

/** The server's own command line does these. */
function passToServer() {
  const home = createHome();
  const child = spawn(NODE, [SERVER, ...commandLine, ...home.serverFlags], {
    env: home.serverEnvironment,
    stdio: 'inherit',
  });
  child.on('exit', (code) => {
    home.dispose();
    process.exitCode = code ?? EXIT.failed;
  });
}

async function runTests() {
  let vscode;
  let page;
  let ending;
  const end = (code, why) => (ending ??= endAll(code, why));
  const endAll = async (code, why) => {
    if (why) console.error(`[host] ${why}`);
    if (code !== 0 && page) await keepScreenshot(page);
    const closed = vscode?.then(({ close }) => close()).catch(() => undefined);
    await Promise.race([closed, sleep(CLOSE_LIMIT_MS)]);
    process.exit(code); // Ends what would not close.
  };
  endWithTheCaller(end);
  vscode = openVSCode({
    folder: positionals[0],
    userDataDir: flags['user-data-dir'],
    extensionsDir: flags['extensions-dir'],
    developmentPaths: flags.extensionDevelopmentPath,
    testsPath: flags.extensionTestsPath,
    trusted: flags['disable-workspace-trust'] === true,
    beforeLoad: async (opened) => {
      page = opened;
      page.on('crash', () => end(EXIT.failed, 'The window crashed.'));
      page.on('close', () => end(EXIT.failed, 'The window was closed.'));
      await listenToTests(page, (code) => void end(code));
    },
  });
  const { serverEnded } = await vscode;
  end(EXIT.failed, `VS Code's server is gone: ${await serverEnded}.`);
}

/** Ends when told to, when something unforeseen happens, and when the process that started this one is gone. */
function endWithTheCaller(end) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => end(EXIT.stopped, `Got ${signal}.`));
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => end(EXIT.failed, error?.stack ?? error));
  }
  const stdin = fstatSync(0);
  if (stdin.isSocket() || stdin.isFIFO()) {
    process.stdin.on('end', () => end(EXIT.stopped, 'The caller is gone.')).resume();
  }
}

/** For a run that failed: what the window showed, in the file that VSCODE_HOST_SCREENSHOT names. */
async function keepScreenshot(page) {
  const file = process.env.VSCODE_HOST_SCREENSHOT;
  if (!file) return;
  const taken = page.screenshot({ path: file }).then(
    () => console.error(`[host] The window at the end: ${file}`),
    () => undefined,
  );
  await Promise.race([taken, sleep(SCREENSHOT_LIMIT_MS, undefined, { ref: false })]);
}
