/** A place in a text: lines and UTF-16 units from 0. */
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** One character that spoils a file where it is put in. Taken out again, the file is as before. */
export interface Spoiler extends Place {
  readonly file: string;
  readonly insert: string;
}

/** A workspace folder to measure in, and what is done there. */
export interface Scene {
  /** How a server's table names the size: the lines of the file that is edited. */
  readonly lines: number;
  readonly files: Readonly<Record<string, string>>;
  /** The files that the editor has open, in the order in which they are opened, by their language's name. */
  readonly open: Readonly<Record<string, string>>;
  readonly spoiler: Spoiler;
  /** The file whose diagnostics tell whether the text is spoilt. */
  readonly watched: string;
  /** Where completion and hover are asked for, in the file that is edited. */
  readonly probe: { readonly completion: Place; readonly hover: Place };
}

/** Lines as a text, each with its end. */
export const text = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** What `make` gives for 0, 1, … below `count`, joined. */
export function repeated(count: number, make: (index: number) => readonly string[]): readonly string[] {
  return Array.from({ length: count }, (_, index) => make(index)).flat();
}
