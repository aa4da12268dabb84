// A temporary folder for all that one VS Code leaves behind: caches, sockets, browser profile, temporary files.
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/**
 * Makes the folder.
 * @param {NodeJS.ProcessEnv} [environment] variables for the server and for what it starts, extension hosts among them
 */
export function createHome(environment = {}) {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'vscode-'));
  const inside = (name) => {
    const made = path.join(folder, name);
    mkdirSync(made, { mode: 0o700 });
    return made;
  };
  const [server, sockets, temporary, cache] = ['server', 'run', 'tmp', 'cache'].map(inside);
  return {
    browserProfile: inside('browser'),
    serverFlags: ['--server-data-dir', server, '--accept-server-license-terms', '--telemetry-level', 'off'],
    serverEnvironment: serverEnvironment(environment, { server, sockets, temporary, cache }),
    browserEnvironment: { ...process.env, XDG_CONFIG_HOME: inside('config'), XDG_CACHE_HOME: cache },
    dispose: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  };
}

function serverEnvironment(environment, { server, sockets, temporary, cache }) {
  const result = {
    ...process.env,
    ...environment,
    VSCODE_AGENT_FOLDER: server,
    // No marketplace: a test run never looks for one.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
    XDG_CACHE_HOME: cache,
    XDG_RUNTIME_DIR: sockets,
    TMPDIR: temporary,
  };
  delete result.ELECTRON_RUN_AS_NODE;
  delete result.NODE_OPTIONS;
  return result;
}
