import type { Problem } from '../problems';
import type { Pieces } from './pieces';
import { Judge, type MaskedXml } from './wellFormed';
import type { Outline, Piece } from './piece';

const EMPTY_TEMPLATE = '<template/>';

/** A template, as far as it has a part in whether the frame around it is sound. */
function standIn({ contents }: Piece, { span }: Outline): MaskedXml {
  const opening = contents().tags.find((tag) => tag.span.start === span.start);
  const tags = opening ? [{ ...opening, span: { start: 0, end: EMPTY_TEMPLATE.length } }] : [];
  return { masked: EMPTY_TEMPLATE, tags, brokenTags: new Set() };
}

/** What was found, for as long as the pieces are kept: files that are copies of each other have the same ones. */
const judged = new WeakMap<Pieces, readonly Problem[]>();

/**
 * Judges what stands around the templates. Those inside of the container are left out: whatever is in them, it is theirs alone.
 * So no more is read of a sound file than its first and its last lines.
 */
export function judgeFrame(pieces: Pieces): readonly Problem[] {
  const problems = judged.get(pieces) ?? judge(pieces);
  judged.set(pieces, problems);
  return problems;
}

function judge({ list, starts }: Pieces): readonly Problem[] {
  const judging = new Judge();
  let isInside = false;
  for (let index = 0; index < list.length; index++) {
    const piece = list[index];
    if (!piece || (isInside && !piece.frame)) continue;
    const { frame, template, container } = piece;
    const start = starts[index] ?? 0;
    if (frame) judging.read(frame, start);
    if (container) isInside = container === 'open' && index === 0;
    if (template && !isInside) judging.read(standIn(piece, template), start);
  }
  return judging.finish();
}
