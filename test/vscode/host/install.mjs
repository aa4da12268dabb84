// Installs a real VS Code into this folder's node_modules, for Linux on x64: `node test/vscode/host/install.mjs`.
// Does nothing when the lock file is installed already.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { provideNativeModules } from './nativeModules.mjs';
import { HOST, LOCK_FILE, NODE, NODE_PACKAGE, SERVER, SERVER_PACKAGE, STAMP } from './paths.mjs';
import { prune } from './prune.mjs';

const wanted = createHash('sha256').update(readFileSync(LOCK_FILE)).digest('hex');
const installed = existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '';
if (installed !== wanted) {
  try {
    install();
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

function install() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`This host runs on Linux on x64 only, not on ${process.platform} on ${process.arch}.`);
  }
  console.log('Installing VS Code for the tests (once, about a minute) …');
  // No install script may run: code-server's own one builds and downloads what the tests never use.
  const npmCi = ['ci', '--ignore-scripts', '--loglevel=error'];
  npm(npmCi, HOST);
  npm([...npmCi, '--omit=dev', '--legacy-peer-deps'], SERVER_PACKAGE);
  const how = provideNativeModules((args) => npm(args, SERVER_PACKAGE));
  prune();
  const [version] = execFileSync(NODE, [SERVER, '--version'], { encoding: 'utf8' }).split('\n');
  writeFileSync(STAMP, wanted);
  console.log(`VS Code ${version} is installed (${how}).`);
}

/** Runs npm under the Node that VS Code's server asks for, and compiles against its headers. */
function npm(args, folder) {
  const searchPath = [path.dirname(NODE), process.env.PATH].join(path.delimiter);
  const underNode24 = existsSync(NODE) ? { PATH: searchPath, npm_config_nodedir: NODE_PACKAGE } : {};
  const environment = { ...process.env, ...underNode24 };
  execFileSync('npm', args, { cwd: folder, env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
}
