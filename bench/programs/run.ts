import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { median } from '../stats';

export const ROOT = path.join(__dirname, '../..');
export const CLI = path.join(ROOT, 'dist/cli.js');

/** A program that ran to its end. */
export interface Ran {
  /** In ms. */
  readonly time: number;
  readonly stdout: string;
  /** Undefined where the program is not on this machine. */
  readonly exitCode: number | undefined;
}

/** Runs a program to its end, whatever its exit code. */
export function ran(program: string, args: readonly string[], input = ''): Ran {
  const started = performance.now();
  const { status, stdout, error } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  return {
    time: performance.now() - started,
    stdout: error ? '' : stdout,
    exitCode: error ? undefined : (status ?? 1),
  };
}

/** The median time (ms) of several runs; `NaN` where the program is missing or fails (an exit code of 2 and more). */
export function medianTime(program: string, args: readonly string[], rounds = 5): number {
  const times = Array.from({ length: rounds }, () => ran(program, args));
  return median(times.map(({ time, exitCode = 2 }) => (exitCode < 2 ? time : NaN)));
}

/** Runs the last line of its standard output as JSON; undefined where it fails. */
export function figures(
  program: string,
  args: readonly string[],
  input = '',
): Readonly<Record<string, number>> | undefined {
  const { stdout, exitCode } = ran(program, args, input);
  if (exitCode !== 0) return undefined;
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Readonly<Record<string, number>>;
}
