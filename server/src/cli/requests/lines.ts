import { isUtf8 } from 'node:buffer';

/** A line of a file, without its end. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** Missing where the line is no text that can be read. */
  readonly text?: string;
  /** Why it is none. */
  readonly fault?: string;
}

const NEWLINE = 0x0a;
/** A line may have so many bytes: 16 MB. */
export const MAX_LINE = 16 * 1024 * 1024;

/** Cuts bytes that come piece by piece into lines. Only a newline ends a line: JSON may hold all else that looks like an end. */
class LineCutter {
  #number = 1;
  #begun: Buffer[] = [];
  #size = 0;

  /** The lines that end in the next piece. */
  cut(bytes: Buffer): Line[] {
    const first = bytes.indexOf(NEWLINE);
    if (first < 0) {
      this.#keep(bytes);
      return [];
    }
    const last = bytes.lastIndexOf(NEWLINE);
    this.#keep(bytes.subarray(0, first));
    const lines = [this.#end(), ...this.#whole(bytes.subarray(first + 1, last + 1))];
    this.#keep(bytes.subarray(last + 1));
    return lines;
  }

  /** What is left when there is no more. */
  rest(): Line[] {
    return this.#size > 0 ? [this.#end()] : [];
  }

  /** The lines of bytes that hold whole ones. That they are read together is many times faster. */
  #whole(bytes: Buffer): Line[] {
    if (bytes.length === 0) return [];
    if (bytes.length <= MAX_LINE && isUtf8(bytes))
      return bytes
        .toString('utf8', 0, bytes.length - 1)
        .split('\n')
        .map((text) => ({ number: this.#number++, text }));
    const lines: Line[] = [];
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(NEWLINE, at);
      this.#keep(bytes.subarray(at, end));
      lines.push(this.#end());
      at = end + 1;
    }
    return lines;
  }

  /** Of a line that is too long, nothing is kept. */
  #keep(bytes: Buffer): void {
    this.#size += bytes.length;
    if (this.#size > MAX_LINE) this.#begun = [];
    else this.#begun.push(bytes);
  }

  #end(): Line {
    const number = this.#number++;
    const [only, ...more] = this.#begun;
    const bytes = only && more.length === 0 ? only : Buffer.concat(this.#begun);
    const isTooLong = this.#size > MAX_LINE;
    this.#begun = [];
    this.#size = 0;
    if (isTooLong) return { number, fault: 'This line is longer than 16 MB.' };
    return isUtf8(bytes) ? { number, text: bytes.toString('utf8') } : { number, fault: 'This line is no UTF-8.' };
  }
}

/** The lines of a file whose bytes come piece by piece, those together that one piece brings; `read` is told how many bytes came. */
export async function* linesOf(
  pieces: AsyncIterable<Buffer>,
  read: (bytes: number) => void,
): AsyncGenerator<readonly Line[]> {
  const cutter = new LineCutter();
  for await (const bytes of pieces) {
    read(bytes.length);
    yield cutter.cut(bytes);
  }
  yield cutter.rest();
}
