import { problem, type Problem } from '../problems';
import { lastAtMost } from '../text/sorted';
import type { Span } from '../text/span';
import { judgeFrame } from './frame';
import type { Pieces } from './pieces';
import type { Piece } from './piece';
import { PlacedPiece } from './placedPiece';
import type { Tag } from './tags';
import type { Placeholder, Template, TemplateFile } from './templateFile';
import type { TemplateSource } from './templateSource';
import { indexedKeys, type FileIndex } from './fileIndex';

function inOrder(problems: Problem[]): readonly Problem[] {
  return problems.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Whether a piece is a template and nothing else, and ends with a tag of its own, which ends all that is open in it. */
function standsAlone(piece: Piece): boolean {
  const { template, frame, container, problems, contents } = piece;
  if (!template) return holdsNothing(piece);
  if (frame || container) return false;
  if (problems.length === 0) return true;
  const { tags } = contents();
  const last = tags.at(-1);
  return tags[0]?.span.start === template.span.start && last?.name === 'template' && last.kind !== 'open';
}

/** Whether there is nothing in a piece but, at most, the closing tag of the container. */
function holdsNothing({ text, container, contents }: Piece): boolean {
  return text.trim() === '' || (container === 'close' && contents().tags.length === 1);
}

/** A piece of a file that is a template by itself, and where it starts. */
export interface TemplatePart {
  readonly piece: Piece;
  readonly start: number;
}

/** A part of a file. */
export type Surroundings = Pick<TemplateFile, 'templates' | 'placeholders' | 'comments'>;

/**
 * A parsed file of the plain dialect. All places in the file are made out of those in its pieces when they are first asked for:
 * an edit asks for those of its problems alone, whatever the length of the file.
 */
export class PlainTemplateFile implements TemplateFile {
  readonly dialect = 'plain';

  readonly #placed: PlacedPiece[] = [];
  #templates: readonly Template[] | undefined;
  #placeholders: readonly Placeholder[] | undefined;
  #tags: readonly Tag[] | undefined;
  #comments: readonly Span[] | undefined;
  #problems: readonly Problem[] | undefined;

  /** `fault` is why the text was not read at all. */
  constructor(
    readonly source: TemplateSource,
    readonly pieces: Pieces,
    readonly index: FileIndex,
    private readonly fault?: Problem,
  ) {}

  get templates(): readonly Template[] {
    return (this.#templates ??= this.#allPlaced().flatMap(({ template }) => template ?? []));
  }

  get placeholders(): readonly Placeholder[] {
    return (this.#placeholders ??= this.#allPlaced().flatMap(({ placeholders }) => placeholders));
  }

  get tags(): readonly Tag[] {
    return (this.#tags ??= this.#allPlaced().flatMap(({ tags }) => tags));
  }

  get comments(): readonly Span[] {
    return (this.#comments ??= this.#allPlaced().flatMap(({ comments }) => comments));
  }

  get problems(): readonly Problem[] {
    return (this.#problems ??= this.fault ? [this.fault] : this.#findProblems());
  }

  /** The first template that is for a VIF type. */
  templateFor(vifType: string): Template | undefined {
    const index = this.index.first(vifType);
    return index === undefined ? undefined : this.#place(index)?.template;
  }

  /** The keys that this template asks for, each once; be it in a comment. They are known without reading it again. */
  keysFor(vifType: string): readonly string[] {
    const piece = this.pieces.list[this.index.first(vifType) ?? -1];
    return piece ? indexedKeys(piece) : [];
  }

  /** As much of the file as an offset touches: the piece around it, or two where they meet. Nothing is made of the others. */
  around(offset: number): Surroundings {
    const { starts } = this.pieces;
    const last = lastAtMost(starts, offset);
    const touched = starts[last] === offset ? [last - 1, last] : [last];
    const pieces = touched.flatMap((index) => this.#place(index) ?? []);
    return {
      templates: pieces.flatMap(({ template }) => template ?? []),
      placeholders: pieces.flatMap(({ placeholders }) => placeholders),
      comments: pieces.flatMap(({ comments }) => comments),
    };
  }

  /**
   * The pieces of the templates, where each can be taken for itself. `undefined` where a file is more than templates in their container, or an
   * element may go on behind its template.
   */
  parts(): readonly TemplatePart[] | undefined {
    const { list, starts } = this.pieces;
    const [first, ...others] = list;
    if (first?.container !== 'open' || first.template) return undefined;
    const end = others.findIndex(({ container }) => container === 'close');
    const behind = end < 0 ? [] : others.splice(end);
    if (!others.every(standsAlone) || !behind.every(holdsNothing)) return undefined;
    return list.flatMap((piece, index) => (piece.template ? { piece, start: starts[index] ?? 0 } : []));
  }

  #findProblems(): readonly Problem[] {
    const own = this.#faulty().flatMap((index) => this.#place(index)?.problems ?? []);
    return inOrder([...own, ...judgeFrame(this.pieces), ...this.#repeated()]);
  }

  /** The pieces with problems. There may be many without: a loop with a function for each takes longer than all the rest of an edit. */
  #faulty(): readonly number[] {
    const { list } = this.pieces;
    const faulty: number[] = [];
    for (let index = 0; index < list.length; index++) if (list[index]?.problems.length) faulty.push(index);
    return faulty;
  }

  #repeated(): readonly Problem[] {
    return this.index.repeated.flatMap(([repeated, first]) => {
      const { vifType = '', vifTypeSpan } = this.#place(repeated)?.template ?? {};
      const earlier = this.#place(first)?.template?.vifTypeSpan;
      if (!vifTypeSpan || !earlier) return [];
      return problem(
        'template.vif-type-repeated',
        vifTypeSpan,
        `The VIF type '${vifType}' has a template already. Only the first one is used.`,
        { related: [{ uri: this.source.uri, span: earlier, message: 'The first template is here.' }] },
      );
    });
  }

  #allPlaced(): readonly PlacedPiece[] {
    return this.pieces.list.flatMap((_, index) => this.#place(index) ?? []);
  }

  #place(index: number): PlacedPiece | undefined {
    const { list, starts } = this.pieces;
    const [piece, start] = [list[index], starts[index]];
    if (!piece || start === undefined) return undefined;
    return (this.#placed[index] ??= new PlacedPiece(piece, start));
  }
}
