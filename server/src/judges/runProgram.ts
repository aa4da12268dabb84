import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';

/** How a program ended: well, with an error, because it took too long, or because nobody wants its answer any more. */
export type Ending =
  { readonly kind: 'succeeded' | 'late' | 'aborted' } | { readonly kind: 'failed'; readonly stderr: string };

export interface RunOptions {
  /** In ms. */
  readonly timeLimit: number;
  readonly signal: AbortSignal;
}

/** Runs a program without a shell, and not in a folder of the workspace. */
export function runProgram(file: string, args: readonly string[], run: RunOptions): Promise<Ending> {
  const { timeLimit, signal } = run;
  const options = { cwd: tmpdir(), timeout: timeLimit, killSignal: 'SIGKILL', signal, windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(file, args, options, (error, _, stderr) => {
      if (error === null) resolve({ kind: 'succeeded' });
      else if (signal.aborted) resolve({ kind: 'aborted' });
      else resolve(error.killed === true ? { kind: 'late' } : { kind: 'failed', stderr });
    });
  });
}
