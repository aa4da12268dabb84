import { execFile } from 'node:child_process';

/** How a program ended. */
export interface Ending {
  readonly succeeded: boolean;
  readonly stderr: string;
  /** It was ended because it took too long. */
  readonly late: boolean;
}

/** Runs a program without a shell, in `folder`, for at most `timeLimit` ms. */
export function runProgram(
  file: string,
  args: readonly string[],
  { folder, timeLimit, signal }: { readonly folder: string; readonly timeLimit: number; readonly signal: AbortSignal },
): Promise<Ending> {
  const options = { cwd: folder, timeout: timeLimit, killSignal: 'SIGKILL', signal, windowsHide: true } as const;
  return new Promise((resolve) => {
    execFile(file, args, options, (error, _, stderr) => {
      resolve({ succeeded: error === null, stderr, late: error?.killed === true && !signal.aborted });
    });
  });
}
