import {
  closeSync,
  fchmodSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';

/**
 * A file that is written aside and then put in its place: whoever reads it meanwhile finds the old one or the whole new one, and
 * a writing that fails leaves the old one. What is no regular file, such as a pipe or a terminal, is written to as it is. A
 * symbolic link stays one: what it leads to is replaced. Every writer of `--output` and `--topology` goes through here.
 */
export class WholeFile {
  readonly #file: string;
  readonly #aside: string | undefined;
  readonly #descriptor: number;

  /** Throws where no such file can be written. */
  constructor(file: string) {
    const there = statSync(file, { throwIfNoEntry: false });
    this.#file = there ? realpathSync(file) : file;
    // A link that leads nowhere yet: writing through it makes what it leads to.
    const isLink = !there && lstatSync(file, { throwIfNoEntry: false }) !== undefined;
    this.#aside = isLink || (there && !there.isFile()) ? undefined : `${this.#file}.${process.pid}.tmp`;
    this.#descriptor = openSync(this.#aside ?? this.#file, 'w');
    if (there && this.#aside !== undefined) fchmodSync(this.#descriptor, there.mode);
  }

  /** Writes all of a text behind what is there already. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written);
  }

  /** Ends the writing, and puts the file in its place. */
  finish(): void {
    closeSync(this.#descriptor);
    if (this.#aside !== undefined) renameSync(this.#aside, this.#file);
  }

  /** Ends the writing; the file is what it was. */
  discard(): void {
    closeSync(this.#descriptor);
    if (this.#aside !== undefined) rmSync(this.#aside, { force: true });
  }
}

/** Writes a text as a whole file. */
export function writeWhole(file: string, text: string): void {
  const whole = new WholeFile(file);
  try {
    whole.write(text);
  } catch (error) {
    whole.discard();
    throw error;
  }
  whole.finish();
}
