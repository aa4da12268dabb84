import { spawnSync } from 'node:child_process';

/** Whether a program is there and starts. */
export function isThere(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** Skips the tests of `context` where something they need is missing, and says so; in CI, fails instead. */
export function skipWithout(context: Mocha.Context, missing: readonly string[]): void {
  if (missing.length === 0) return;
  const message = `${missing.join(' and ')} missing on this machine`;
  if (process.env.CI !== undefined) throw new Error(`${message}: CI has to run these tests.`);
  process.stderr.write(`Skipped: ${message}.\n`);
  context.skip();
}
