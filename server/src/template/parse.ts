import { problem } from '../problems';
import { commonEnds } from '../text/commonEnds';
import type { Text } from '../text/text';
import type { OnRead, Piece } from './piece';
import { readPieces, type Pieces } from './pieces';
import { PlainTemplateFile } from './plainTemplateFile';
import type { TemplateSource } from './templateSource';
import { FileIndex } from './fileIndex';

const NO_PIECES: Pieces = { text: '', list: [], starts: [] };

/** Where a text holds what no text file does, at `start` or behind. */
function findNul(text: Text, start: number, end: number): number | undefined {
  const at = text.slice(start, end).indexOf('\0');
  return at < 0 ? undefined : start + at;
}

function notText(nul: number, source: TemplateSource): PlainTemplateFile {
  const message = 'This file is no text: it holds a NUL character. A template file is XML in UTF-8.';
  const fault = problem('template.not-text', { start: nul, end: nul + 1 }, message);
  return new PlainTemplateFile(source, NO_PIECES, FileIndex.of([]), fault);
}

/** Whether what was read of a piece holds in any file: nothing in it says which file that is. A lone device has its VIF type from the file's name. */
function isOfAnyFile({ problems, template }: Piece): boolean {
  return problems.length === 0 && (!template || template.vifTypeSpan !== undefined);
}

/** Whether what was read of a file, or of another one, can be taken over. */
function mayServe({ source, pieces: { list } }: PlainTemplateFile, { uri, vifType }: TemplateSource): boolean {
  const isSame = source.uri === uri && source.vifType === vifType;
  return list.length > 0 && (isSame || list.every(isOfAnyFile));
}

/**
 * Reads a plain template file. Every text parses: a broken one still yields every placeholder, every template that can be told
 * apart, and all of its problems. `earlier` is what was read of the same file before an edit, or of one that may be much like
 * it: only what differs is read again, and the answer is the same as without. `onRead` is told of the pieces that are.
 */
export function parseTemplateFile(
  text: Text,
  source: TemplateSource,
  earlier?: PlainTemplateFile,
  onRead?: OnRead,
): PlainTemplateFile {
  const known = earlier && mayServe(earlier, source) ? earlier : undefined;
  const before = known && { pieces: known.pieces, ends: commonEnds(known.pieces.text, text) };
  // A text that was read before had none.
  const { prefix = 0, suffix = 0 } = before?.ends ?? {};
  const nul = findNul(text, prefix, text.length - suffix);
  if (nul !== undefined) return notText(nul, source);
  const isCopy = known?.pieces.text.length === text.length && prefix === text.length;
  const pieces = isCopy ? known.pieces : readPieces(text, source, before, onRead);
  return new PlainTemplateFile(source, pieces, FileIndex.of(pieces.list, known));
}
