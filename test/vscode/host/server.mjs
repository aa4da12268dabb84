// Starts VS Code's own server, and ends it with everything that it started.
import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { NODE, SERVER_PROCESS } from './paths.mjs';

const START_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 3_000;
const LISTENING = /Extension host agent listening on (\d+)/;

/**
 * Starts the server on a free port of 127.0.0.1, as a process group of its own.
 * @param {{ serverFlags: string[], serverEnvironment: NodeJS.ProcessEnv }} home
 * @param {string[]} flags further flags of the server
 * @returns `port`, a promise that fails if the server does not start; `ended`, a promise of why it ended;
 *   `stop`, which resolves when the whole process group is gone
 */
export function startServer(home, flags) {
  const fixed = ['--host', '127.0.0.1', '--port', '0', '--without-connection-token'];
  const child = spawn(NODE, [SERVER_PROCESS, ...home.serverFlags, ...fixed, ...flags], {
    env: home.serverEnvironment,
    stdio: 'pipe',
    detached: true,
  });
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(`it ended with ${code ?? signal}`));
  });
  const kill = () => signalGroup(child, 'SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    signalGroup(child, 'SIGTERM');
    await Promise.race([ended, sleep(STOP_LIMIT_MS, undefined, { ref: false })]);
    kill();
    process.off('exit', kill);
  };
  return { port: readPort(child, ended), ended, stop };
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone.
  }
}

function readPort(child, ended) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`VS Code's server did not start: ${why}\n${output}`));
    setTimeout(fail, START_LIMIT_MS, `it did not listen after ${START_LIMIT_MS} ms`).unref();
    void ended.then(fail);
    const read = (data) => {
      if (process.env.VSCODE_HOST_VERBOSE) process.stderr.write(String(data).replace(/^(?=.)/gm, '[server] '));
      const port = LISTENING.exec((output = (output + data).slice(-100_000)))?.[1];
      if (port) resolve(Number(port));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
  });
}
