// Where compiled code is kept between the starts of a program: one file, which is replaced as a whole.
import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { deserialize, serialize } from 'node:v8';

/** What V8 has compiled of a file of a program. */
export interface KeptCode {
  /** The state of the file that it was compiled of. */
  readonly stamp: string;
  readonly code: Buffer;
}

/** Kept code by the names of files. */
export type KeptCodes = ReadonlyMap<string, KeptCode>;

/** The names of such files, as they are called in `launch.ts`, and of what a program that was ended has left of one. */
const NAME = /^\w+-v\d[\w.-]*\.code(?:\.\d+\.tmp)?$/;

/** Code that was kept so long ago (ms) is taken for that of a version or an installation which is gone: 60 days. */
const OLD = 60 * 24 * 60 * 60 * 1000;

/** Code runs with the rights of whoever loads it: what somebody else has put there is none of ours. */
function isOurs(descriptor: number): boolean {
  return process.getuid === undefined || fstatSync(descriptor).uid === process.getuid();
}

/** What is kept in a file; nothing where there is none that can be read. */
export function readCodes(file: string): KeptCodes {
  try {
    const descriptor = openSync(file, 'r');
    try {
      const kept: unknown = isOurs(descriptor) ? deserialize(readFileSync(descriptor)) : undefined;
      return kept instanceof Map ? (kept as KeptCodes) : new Map();
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return new Map();
  }
}

/**
 * Keeps code in a file that no other user may write, in place of what was there, and clears old code beside it. Where that is not possible
 * nothing is kept: the next start takes longer, and nobody need hear of it.
 */
export function writeCodes(file: string, codes: KeptCodes): void {
  const aside = `${file}.${process.pid}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(aside, serialize(codes), { mode: 0o600 });
    renameSync(aside, file);
    clearOld(path.dirname(file));
  } catch {
    // A home that is read only, or full.
    discard(aside);
  }
}

function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There is no folder that it could be in.
  }
}

/** What is in use after all is made again by its next start. */
function clearOld(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => NAME.test(name))
    .map((name) => path.join(folder, name));
  for (const file of files) if (Date.now() - lstatSync(file).mtimeMs > OLD) discard(file);
}
