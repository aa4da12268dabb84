// Runs a program that may hang or leave others behind.
import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const GRACE_MS = 20_000;

/**
 * Runs a program as a process group of its own, and ends the group when the time is over or this process is told to end.
 * The program's stdin is a pipe that nothing is written to: it closes when this process goes away.
 * @param {string} command
 * @param {string[]} args
 * @param {{ environment?: NodeJS.ProcessEnv, limitSeconds: number }} options
 * @throws with the reason, unless the program exited with 0 in time
 */
export async function runLimited(command, args, { environment, limitSeconds }) {
  const child = spawn(command, args, {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  let stopped;
  let timer;
  const stop = (why) => (stopped ??= endGroup(child).then(() => why));
  const onSignal = (signal) => void stop(`It was stopped by ${signal}.`).then(() => process.exit(130));
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const ended = new Promise((resolve) => {
    child.once('error', (error) => resolve(`It did not start: ${error.message}`));
    child.once('exit', (code, signal) =>
      resolve(stopped ?? (code === 0 ? undefined : `It ended with ${code ?? signal}.`)),
    );
    timer = setTimeout(() => resolve(stop(`It hung: no end after ${limitSeconds} s.`)), limitSeconds * 1000);
  });
  try {
    const failure = await ended;
    if (failure) throw new Error(failure);
  } finally {
    clearTimeout(timer);
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

/** Asks the group to end, then makes it. */
async function endGroup(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/t', '/f']);
    return;
  }
  signalGroup(child, 'SIGTERM');
  const end = Date.now() + GRACE_MS;
  while (Date.now() < end && signalGroup(child, 0)) await sleep(100);
  signalGroup(child, 'SIGKILL');
}

/** Whether there was still someone to send it to; signal 0 only asks. */
function signalGroup(child, signal) {
  try {
    return process.kill(-child.pid, signal);
  } catch {
    return false;
  }
}
