import type { CheetahFile } from '../cheetah/syntax';
import { problem, type Fix, type Problem } from '../problems';
import { scanTemplate } from '../template/scan';
import type { ScanState } from '../template/scanState';
import type { Tag } from '../template/tags';
import type { Span } from '../text/span';
import { covering } from './covering';
import { pieceAt, visibleText, type VisiblePiece } from './visibleText';

/** The XML of a Cheetah file, read through its directives. */
export interface CheetahXml {
  readonly scan: ScanState;
  /** In the order of the text, each with the name that stands in the file. */
  readonly tags: readonly Tag[];
  /** Faults of the XML that stand in one piece of text, whatever the conditions are. */
  readonly problems: readonly Problem[];
  /** Whether every tag, comment and CDATA section begins and ends under the same conditions, so that elements can be matched. */
  readonly isRegular: boolean;
}

/** Reads one file's XML. */
class XmlReader {
  readonly #pieces: readonly VisiblePiece[];
  readonly #scan: ScanState;

  constructor(
    private readonly text: string,
    file: CheetahFile,
    private readonly uri: string,
  ) {
    const { masked, pieces } = visibleText(text, file);
    this.#pieces = pieces;
    this.#scan = scanTemplate(masked, uri);
  }

  read(): CheetahXml {
    const scan = this.#scan;
    const tags = scan.tags.map((tag) => ({ ...tag, name: this.text.slice(tag.nameSpan.start, tag.nameSpan.end) }));
    const cut = [...tags, ...scan.enclosed].filter(({ span }) => this.#isCut(span));
    const [certain, doubtful] = this.#sorted();
    return {
      scan,
      tags,
      problems: certain.map((found) => this.#inOwnWords(found)),
      isRegular: cut.length === 0 && doubtful.length === 0 && scan.brokenTags.size === 0,
    };
  }

  /** Whether the two ends of a stretch do not stand under the same conditions. */
  #isCut({ start, end }: Span): boolean {
    return pieceAt(this.#pieces, start)?.body !== pieceAt(this.#pieces, end - 1)?.body;
  }

  /** Whether all of a stretch is plain text of one piece, or of pieces with values in between. */
  #isWhole({ start, end }: Span): boolean {
    for (let at = start; at < end;) {
      const piece = pieceAt(this.#pieces, at);
      if (!piece) return false;
      at = piece.end;
    }
    return true;
  }

  #holdsValue({ start, end }: Span): boolean {
    for (let at = start; at < end;) {
      const piece = pieceAt(this.#pieces, at);
      if (piece?.isValue) return true;
      at = piece?.end ?? at + 1;
    }
    return false;
  }

  /** The problems of the scan: those that hold whatever the directives do, and those that a directive may be the cause of. What a value may mend is no problem. */
  #sorted(): readonly [certain: Problem[], doubtful: Problem[]] {
    const certain: Problem[] = [];
    const doubtful: Problem[] = [];
    for (const found of this.#scan.problems) {
      const tag = covering(this.#scan.tags, found.span.start);
      const around = (tag && this.#upToEnd(tag)) ?? covering(this.#scan.enclosed, found.span.start)?.span ?? found.span;
      const isSure = this.#isWhole(around) && this.#isWhole(withNext(found.span, this.text));
      if (!isSure && tag && isRepeatedAttribute(found, tag)) continue;
      if (this.#isFirstInstruction(found)) continue;
      const mayHoldValue = found.code === 'template.value-unquoted' || found.code === 'template.quote-missing';
      if (!isSure) doubtful.push(found);
      else if (mayHoldValue || !this.#holdsValue(found.span)) certain.push(found);
    }
    return [certain, doubtful];
  }

  /** A tag, and where its `>` is missing what stands behind it. */
  #upToEnd({ span: { start, end } }: Tag): Span {
    const { text } = this.#scan;
    if (text[end - 1] === '>') return { start, end };
    let next = end;
    while (next < text.length && /\s/.test(text.charAt(next))) next++;
    return { start, end: Math.min(next + 1, text.length) };
  }

  /** The XML declaration may stand behind directives that put nothing out. */
  #isFirstInstruction({ span }: Problem): boolean {
    const { text } = this.#scan;
    const isDeclaration = text.startsWith('<?xml', span.start - '<?'.length);
    return isDeclaration && text.slice(0, span.start - '<?'.length).trim() === '';
  }

  /** The scan has seen the masked text: what it would write is made from the text itself. */
  #inOwnWords(found: Problem): Problem {
    if (found.code !== 'template.value-unquoted') return found;
    const fix = quote(this.uri, found.span, this.text.slice(found.span.start, found.span.end));
    return problem(found.code, found.span, found.message, fix && { fixes: [fix] });
  }
}

/** Under different conditions a tag may have an attribute twice. The attributes that are broken in another way are none of the tag's. */
function isRepeatedAttribute({ span }: Problem, { attributes }: Tag): boolean {
  return attributes.some(({ nameSpan }) => nameSpan === span);
}

/** A span with the character behind it, which may be what makes a fault of it. */
function withNext({ start, end }: Span, text: string): Span {
  return { start, end: Math.min(end + 1, text.length) };
}

/** Puts a value into quotes, which do not stand in it: they would make it hard to read. */
function quote(uri: string, span: Span, written: string): Fix | undefined {
  const mark = ["'", '"'].find((character) => !written.includes(character));
  if (mark === undefined) return undefined;
  const newText = mark + written + mark;
  return { title: 'Quote the attribute value', changes: [{ uri, span, newText }], preferred: true };
}

/** Reads the XML of a Cheetah file through its directives: every tag, comment and CDATA section, and what is wrong with each for itself. */
export function readXml(text: string, file: CheetahFile, uri: string): CheetahXml {
  return new XmlReader(text, file, uri).read();
}
