import {
  closeSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type Stats,
} from 'node:fs';
import { randomUUID } from 'node:crypto';
import { CommandFailure } from './failure';

/**
 * A file that is written aside and then put in its place: whoever reads it meanwhile finds the old one or the whole new one, and
 * a writing that fails, on a full disk say, leaves the old one and nothing beside it. What is no regular file, such as a pipe or
 * a terminal, is written to as it is. A symbolic link stays one: what it leads to is replaced, and keeps its permissions and,
 * where the system allows it, its owner. Every writer of `--output` and `--topology` goes through here. All throw a
 * CommandFailure that names the file.
 */
export class WholeFile {
  readonly #file: string;
  readonly #aside: string | undefined;
  readonly #descriptor: number;
  #isOpen = true;

  /** Throws where no such file can be written. */
  constructor(private readonly name: string) {
    const there = this.#tried(() => statSync(name, { throwIfNoEntry: false }));
    this.#file = there ? this.#tried(() => realpathSync(name)) : name;
    // A link that leads nowhere yet: writing through it makes what it leads to.
    const isLink = !there && lstatSync(name, { throwIfNoEntry: false }) !== undefined;
    this.#aside = isLink || (there && !there.isFile()) ? undefined : `${this.#file}.${randomUUID()}.tmp`;
    const aside = this.#aside;
    // What somebody has put there aside, a link for instance, is never written to.
    this.#descriptor = this.#tried(() => (aside === undefined ? openSync(name, 'w') : openSync(aside, 'wx')));
    if (there && aside !== undefined) {
      this.#orDiscard(() => {
        keepRights(this.#descriptor, there);
      });
    }
  }

  /** Writes all of a text behind what is there already. */
  write(text: string): void {
    const bytes = Buffer.from(text);
    this.#tried(() => {
      for (let written = 0; written < bytes.length;) written += writeSync(this.#descriptor, bytes, written);
    });
  }

  /** Ends the writing, and puts the file in its place once the disk has it. */
  finish(): void {
    const aside = this.#aside;
    this.#orDiscard(() => {
      if (aside !== undefined) fsyncSync(this.#descriptor);
      this.#close();
      if (aside !== undefined) renameSync(aside, this.#file);
    });
  }

  /** Ends the writing; the file is what it was. Does nothing where it has ended. */
  discard(): void {
    this.#close();
    if (this.#aside !== undefined) rmSync(this.#aside, { force: true });
  }

  #close(): void {
    if (this.#isOpen) closeSync(this.#descriptor);
    this.#isOpen = false;
  }

  #orDiscard(action: () => void): void {
    try {
      this.#tried(action);
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  #tried<Result>(action: () => Result): Result {
    try {
      return action();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      throw new CommandFailure(`${this.name} is not written, and is as it was: ${why}.`, 2);
    }
  }
}

/** Gives an open file the permissions of another one, and its owner where the system lets us. */
function keepRights(descriptor: number, { mode, uid, gid }: Stats): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // Only root may give a file away.
  }
  fchmodSync(descriptor, mode);
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
