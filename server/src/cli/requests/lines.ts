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
  *cut(bytes: Buffer): Generator<Line> {
    let at = 0;
    for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, at)) {
      this.#keep(bytes.subarray(at, end));
      yield this.#end();
      at = end + 1;
    }
    this.#keep(bytes.subarray(at));
  }

  /** What is left when there is no more. */
  *rest(): Generator<Line> {
    if (this.#size > 0) yield this.#end();
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
): AsyncGenerator<Iterable<Line>> {
  const cutter = new LineCutter();
  for await (const bytes of pieces) {
    read(bytes.length);
    yield cutter.cut(bytes);
  }
  yield cutter.rest();
}
