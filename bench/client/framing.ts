const SEPARATOR = Buffer.from('\r\n\r\n');

/** A message as it goes over a pipe: its length in bytes, then its JSON. */
export function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

/** Cuts what comes over a pipe into messages. A long message comes in many pieces: they are joined once. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #length = 0;
  /** How many bytes the message under way has; undefined while its header is not here. */
  #expected: number | undefined;

  /** The messages, as JSON, that are complete with this piece. */
  *read(piece: Buffer): Generator<string> {
    this.#pieces.push(piece);
    this.#length += piece.length;
    for (;;) {
      this.#expected ??= this.#readHeader();
      if (this.#expected === undefined || this.#length < this.#expected) return;
      const all = this.#join();
      const body = all.toString('utf8', 0, this.#expected);
      this.#keep(all.subarray(this.#expected));
      this.#expected = undefined;
      yield body;
    }
  }

  #readHeader(): number | undefined {
    const all = this.#join();
    const end = all.indexOf(SEPARATOR);
    if (end < 0) return undefined;
    this.#keep(all.subarray(end + SEPARATOR.length));
    return Number(/content-length: *(\d+)/i.exec(all.toString('latin1', 0, end))?.[1]);
  }

  #join(): Buffer {
    const all = this.#pieces.length === 1 ? this.#pieces[0] : Buffer.concat(this.#pieces);
    this.#pieces = all ? [all] : [];
    return all ?? Buffer.alloc(0);
  }

  #keep(rest: Buffer): void {
    this.#pieces = [rest];
    this.#length = rest.length;
  }
}
