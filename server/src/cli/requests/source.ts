import { createReadStream, statSync } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { CommandFailure } from '../failure';
import { linesOf, type Line } from './lines';

/** How much of a file is read at once, in bytes. The text of more would be too large for where the engine keeps young objects, which takes ten times as long. */
const PIECE = 64 * 1024;

/** A file of requests, a request a line. */
export class RequestSource {
  /** What messages call it. */
  readonly name: string;
  /** In bytes; `undefined` where nobody knows. */
  readonly size: number | undefined;
  /** How much of it has been read, in bytes. */
  read = 0;
  readonly #stream: Readable;

  /** `file` is `-` for stdin. Fails where there is no such file. `signal` ends the reading. */
  constructor(
    file: string,
    private readonly signal: AbortSignal,
  ) {
    const isStdin = file === '-';
    this.name = isStdin ? 'stdin' : file;
    this.size = isStdin ? undefined : sizeOf(file);
    this.#stream = addAbortSignal(signal, isStdin ? process.stdin : createReadStream(file, { highWaterMark: PIECE }));
  }

  /** Its lines, some at a time, as far as they could be read before the signal came. */
  async *lines(): AsyncGenerator<readonly Line[]> {
    try {
      yield* linesOf(this.#stream, (bytes) => (this.read += bytes));
    } catch (error) {
      if (this.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      throw new CommandFailure(`${this.name} cannot be read: ${why}`, 2);
    }
  }
}

function sizeOf(file: string): number | undefined {
  const there = statSync(file, { throwIfNoEntry: false });
  if (!there) throw new CommandFailure(`${file}: there is no such file.`, 2);
  if (there.isDirectory()) throw new CommandFailure(`${file} is a folder, no file of requests.`, 2);
  return there.isFile() ? there.size : undefined;
}
