import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** How long (bytes) a file is at most that is read here; most are much shorter. */
const MOST = 2 ** 16;

/** Where files are read into, one after the other. */
const bytes = Buffer.allocUnsafeSlow(MOST);
/** The bytes of a text that a file may be a copy of: up to three for each code unit. */
const bytesOfLike = Buffer.allocUnsafeSlow(3 * MOST);

/** Reads as much of a file as there is room for; gives how much that is. */
function readInto(path: string): number {
  const file = openSync(path, 'r');
  try {
    let length = 0;
    for (let more = -1; more !== 0 && length < MOST; length += more)
      more = readSync(file, bytes, length, MOST - length, null);
    return length;
  } finally {
    closeSync(file);
  }
}

/** Whether the first `length` bytes that were read are those of a text. */
function isRead(text: string, length: number): boolean {
  // A text has no more code units than bytes.
  if (text.length > length || bytesOfLike.write(text) !== length) return false;
  return bytes.compare(bytesOfLike, 0, length, 0, length) === 0;
}

/**
 * A file's text as UTF-8. Many files are copies: where one holds the text `like`, it is that, which takes a third of the time, and no memory.
 * Fails as `readFileSync` does.
 */
export function readText(path: string, like: string | undefined): string {
  const length = readInto(path);
  if (length === MOST) return readFileSync(path, 'utf8');
  return like !== undefined && isRead(like, length) ? like : bytes.toString('utf8', 0, length);
}
