// The two native modules without which VS Code's server does not run tests: they are compiled, or stubbed.
import { execFileSync, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { NODE, SERVER_PACKAGE } from './paths.mjs';

/** What stands in for each module. Nothing watches the parent process then, and VS Code writes no log files. */
const STUBS = {
  '@vscode/native-watchdog': 'exports.start = () => {};\n',
  '@vscode/spdlog': `
const logger = () => new Proxy({}, { get: (_, name) => (name === 'then' ? undefined : () => 0) });
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.setPattern = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async () => logger();
`,
};
const MODULES = Object.keys(STUBS);

/**
 * Compiles the native modules, or puts stubs in their place where that cannot be done.
 * @param {(args: string[]) => void} npm runs npm in the server's package; throws if npm fails
 * @returns {string} which of both it was, for the log
 */
export function provideNativeModules(npm) {
  if (hasCompiler() && compiles(npm)) return 'native modules compiled';
  for (const [name, stub] of Object.entries(STUBS)) {
    writeFileSync(path.join(SERVER_PACKAGE, 'node_modules', name, 'index.js'), stub);
  }
  return 'native modules stubbed, so VS Code writes no log files';
}

function hasCompiler() {
  return ['g++', 'make', 'python3'].every((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status === 0);
}

function compiles(npm) {
  try {
    npm(['rebuild', '--loglevel=error', ...MODULES]);
    const load = MODULES.map((name) => `require('${name}');`).join(' ');
    execFileSync(NODE, ['-e', load], { cwd: SERVER_PACKAGE });
    return true;
  } catch (error) {
    console.error(`The native modules did not compile: ${error.message}`);
    return false;
  }
}
