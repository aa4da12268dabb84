import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { withNested } from '../../cheetahTemplate/nodes';
import { visibleText } from '../../cheetahTemplate/visibleText';
import type { Element } from '../../libvirt/tree';
import { elementsOf, withDescendants, type Element as WrittenElement } from '../../template/elements';
import { firstEndingAt, inside } from '../../text/sorted';
import type { Span } from '../../text/span';
import { devicesIn } from './devicesIn';
import { LooseTreeMaker } from './looseTree';
import { MOST_PARTS } from './stretches';

/** A device of a Cheetah file, read through its directives. */
export interface CheetahDevice {
  readonly written: WrittenElement;
  /** With gaps for all that is not known. What hangs on a condition is there sometimes. */
  readonly tree: Element;
  /** Whether it is plain which elements and attributes it has under each condition. */
  readonly isClear: boolean;
}

/** The devices of a Cheetah file, but for those that are no device but a flood. */
export function cheetahDevices(text: string, file: CheetahTemplateFile): readonly CheetahDevice[] {
  const { tags, comments, cheetah, problems } = file;
  const maker = new LooseTreeMaker({ text, pieces: visibleText(text, cheetah).pieces, comments });
  const opaque = [...withNested(cheetah.nodes)].filter(({ kind }) => kind === 'opaque');
  const obscured = new Obscured([...opaque, ...problems.filter(isObscuring)].map(({ span }) => span));
  const counted = devicesIn(elementsOf(tags, text.length)).map((written) => ({
    written,
    own: inside(tags, written.span),
  }));
  return counted
    .filter(({ own }) => own.reduce((sum, { attributes }) => sum + 1 + attributes.length, 0) <= MOST_PARTS)
    .map(({ written, own }) => ({
      written,
      tree: maker.element(written),
      isClear: tagsIn(written) === own.length && !obscured.touches(written.span) && maker.isClear(written),
    }));
}

/** Stretches, which may lie in each other, that make it hard to tell which elements there are. */
class Obscured {
  readonly #spans: readonly Span[];
  /** For each of them how far it, or one before it, reaches. */
  readonly #reaches: readonly number[];

  constructor(spans: readonly Span[]) {
    this.#spans = spans.toSorted((a, b) => a.start - b.start);
    let farthest = 0;
    this.#reaches = this.#spans.map(({ end }) => (farthest = Math.max(farthest, end)));
  }

  /** Whether one of them shares a character with a span or touches it. */
  touches({ start, end }: Span): boolean {
    const last = firstEndingAt(this.#spans, (span) => ({ ...span, end: span.start }), end + 1) - 1;
    return (this.#reaches[last] ?? -1) >= start;
  }
}

/** Whether with a fault of the text its elements may be other ones than were meant. */
function isObscuring({ code, severity }: CheetahTemplateFile['problems'][number]): boolean {
  return severity === 'error' && code !== 'template.value-unquoted';
}

/** How many tags belong to an element; others in it fit nowhere. */
function tagsIn(element: WrittenElement): number {
  return [...withDescendants([element])].reduce((sum, { closing }) => sum + (closing ? 2 : 1), 0);
}
