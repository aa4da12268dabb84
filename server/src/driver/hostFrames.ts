/**
 * What goes to and fro between a host and who asks it: frames of one byte that tells the kind, four that tell the length of
 * what follows (big-endian), and that.
 */

/** What a host is told. */
export type AskingKind =
  /** Which driver the requests after this are for: a `HostDriver`. */
  | 'driver'
  /** Run the driver with a `HostRequest`. */
  | 'request'
  /** Run the driver with each `HostRequest` of a list, one after the other: a group. No host that forks knows these. */
  | 'requests';

/** What a host tells. One that forks tells all of these for each run. */
export type TellingKind =
  /** A run begins, in the process group of this number: its process has read the request, and has done nothing of the driver yet. */
  | 'started'
  /** The driver printed these bytes. */
  | 'printed'
  /** A `HostAnswer`. */
  | 'answered'
  /** `HostAnswer`s to the next requests of a group, each on a line, as JSON or as `writePlainTexts` has them. A host has told all answers of a group before it begins the next. */
  | 'answers'
  /** All requests of the group are answered that came before the one that runs: what happens next is of that one. */
  | 'under-way'
  /** The answer was longer than MAX_FRAME and is left out. */
  | 'too-large'
  /** Nothing is left of the run, or of a process that waited for one: a `RunEnd`. One that does not fork says by it, without a payload, that it ends itself, and that no request is to blame that is not answered. */
  | 'over';

export type FrameKind = AskingKind | TellingKind;

/** One frame. */
export interface Frame {
  readonly kind: FrameKind;
  readonly payload: Buffer;
}

/** How many bytes a frame may hold. */
export const MAX_FRAME = 16 * 1024 * 1024;

const HEAD = 5;
/** The Python host has the same letters, of those that it knows. */
const LETTERS: Readonly<Record<FrameKind, string>> = {
  driver: 'd',
  request: 'r',
  requests: 'R',
  started: 's',
  printed: 'p',
  answered: 'a',
  answers: 'A',
  'under-way': 'u',
  'too-large': 'l',
  over: 'o',
};
const KINDS = new Map(Object.entries(LETTERS).map(([kind, letter]) => [letter.charCodeAt(0), kind as FrameKind]));

/** The bytes of a frame. */
export function frame(kind: FrameKind, text = ''): Buffer {
  const size = Buffer.byteLength(text);
  const bytes = Buffer.allocUnsafe(HEAD + size);
  bytes.write(LETTERS[kind], 0, 'latin1');
  bytes.writeUInt32BE(size, 1);
  bytes.write(text, HEAD);
  return bytes;
}

/** Takes frames out of a stream of bytes, whatever pieces they come in. */
export class FrameReader {
  #pieces: Buffer[] = [];
  #size = 0;
  #isBroken = false;
  /** How many bytes there must be before it is worth looking again. */
  #due = HEAD;

  /** The frames that are whole now. Undefined in place of what is no frame: after that, and after one that is too large, nothing comes. */
  *read(bytes: Buffer): Iterable<Frame | undefined> {
    if (this.#isBroken) return;
    this.#pieces.push(bytes);
    this.#size += bytes.length;
    if (this.#size < this.#due) return;
    let rest = this.#pieces.length === 1 ? bytes : Buffer.concat(this.#pieces);
    this.#due = HEAD;
    while (rest.length >= HEAD) {
      const kind = KINDS.get(rest.readUInt8(0));
      const end = HEAD + rest.readUInt32BE(1);
      if (kind === undefined || end > HEAD + MAX_FRAME) {
        this.#isBroken = true;
        yield kind === 'answered' ? { kind: 'too-large', payload: Buffer.alloc(0) } : undefined;
        return;
      }
      this.#due = end;
      if (rest.length < end) break;
      yield { kind, payload: rest.subarray(HEAD, end) };
      rest = rest.subarray(end);
      this.#due = HEAD;
    }
    this.#pieces = [rest];
    this.#size = rest.length;
  }
}
