import { CommandFailure } from './failure';

/** The streams of this process that somebody reads: who does may have had enough, as `head` has. What that means, the one who writes decides. */
export function surviveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
}

/** Whether a stream that somebody reads cannot be written because nobody does any more. */
export function isReaderGone(error: Error): boolean {
  return 'code' in error && error.code === 'EPIPE';
}

/** Writes the output of a command. That nobody reads it any more is no fault; fails where it cannot be written for another reason. */
export async function writeOutput(text: string): Promise<void> {
  const error = await new Promise<Error | null | undefined>((resolve) => {
    process.stdout.write(text, resolve);
  });
  if (error && !isReaderGone(error)) throw new CommandFailure(`The output cannot be written: ${error.message}`, 2);
}
