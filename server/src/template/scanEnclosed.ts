import type { Span } from '../text/span';
import type { ScanState } from './scanState';
import { scanValue } from './scanValue';

/** A part of a file that begins and ends with marks of its own, and holds no tags. */
interface EnclosedKind {
  readonly terminator: RegExp;
  /** The terminator, as messages call it. */
  readonly written: string;
  readonly context: 'comment' | 'cdata' | 'markup';
  /** Reports what is wrong inside. */
  readonly check?: (state: ScanState, inside: Span) => void;
}

export type EnclosedOpener = '<!--' | '<![CDATA[' | '<?';

const ENCLOSED: Readonly<Record<EnclosedOpener, EnclosedKind>> = {
  '<!--': { terminator: /-->/g, written: '-->', context: 'comment', check: checkComment },
  '<![CDATA[': { terminator: /\]\]>/g, written: ']]>', context: 'cdata' },
  '<?': { terminator: /\?>/g, written: '?>', context: 'markup', check: checkInstruction },
};

const COMMENT_OPENER = /<!--/g;
const NEXT_TAG = /</g;

/** XML allows no `--` in a comment, and no `-` before its end. */
function checkComment(state: ScanState, inside: Span): void {
  const match = /--|-$/.exec(state.text.slice(inside.start, inside.end));
  if (match === null) return;
  const start = inside.start + match.index;
  state.report('template.xml-syntax', { start, end: start + match[0].length }, "A comment cannot hold '--'.");
}

/** The XML declaration, as XML 1.0 has it; the version can be any 1.x. */
const DECLARATION =
  /^xml\s+version\s*=\s*(?:'1\.\d+'|"1\.\d+")(?:\s+encoding\s*=\s*(?:'[A-Za-z][\w.-]*'|"[A-Za-z][\w.-]*"))?(?:\s+standalone\s*=\s*(?:'(?:yes|no)'|"(?:yes|no)"))?\s*$/;
/** A name other than `xml`, out of what XML allows of ASCII; or a placeholder, which is at fault already. */
const INSTRUCTION = /^(?:\$\{|(?!xml(?:\s|$))[^\s!-9;-@[-^`{-~][^\s!-,/;-@[-^`{-~]*(?:\s|$))/i;

/** The name `xml` is kept for the declaration, which nothing but a byte order mark may precede. */
function checkInstruction(state: ScanState, inside: Span): void {
  const written = state.text.slice(inside.start, inside.end);
  const first = state.surroundings.isStart && /^\ufeff?<\?$/.test(state.text.slice(0, inside.start));
  if (INSTRUCTION.test(written) || (first && DECLARATION.test(written))) return;
  const message = DECLARATION.test(written)
    ? 'The XML declaration can stand at the very start of a file alone. Move or remove it.'
    : 'This is neither an XML declaration nor an instruction with a name. Remove it, or write <?xml version="1.0"?>.';
  state.report('template.xml-syntax', inside, message);
}

/** Where the part that begins with `opener` is closed. A comment that holds the opener of another one is not. */
function findTerminator(state: ScanState, opener: EnclosedOpener, from: number): Span | undefined {
  const close = state.find(ENCLOSED[opener].terminator, from);
  if (opener !== '<!--' || close === undefined) return close;
  const another = state.find(COMMENT_OPENER, from);
  return another !== undefined && another.end <= close.start ? undefined : close;
}

/** How far the text must be known to say that a part is not closed: a comment is not as soon as another one begins, which no `>` turns into an end of both; any other part, up to the text's end. */
function unclosedReach(state: ScanState, opener: EnclosedOpener, from: number): number {
  const another = opener === '<!--' ? state.find(COMMENT_OPENER, from) : undefined;
  return another ? another.end + '>'.length : Infinity;
}

/** Where a part is not closed, it ends before the next tag: whatever comes behind is read as if it were closed there. */
function scanUnclosed(state: ScanState, opener: EnclosedOpener, at: number): number {
  const { written, context } = ENCLOSED[opener];
  const start = at + opener.length;
  state.searched = Math.max(state.searched, unclosedReach(state, opener, start));
  const end = state.find(NEXT_TAG, start)?.start ?? state.text.length;
  state.report(
    'template.xml-syntax',
    { start: at, end: start },
    `This ${opener} is not closed: ${written} is missing.`,
  );
  scanValue(state, { start, end }, context);
  state.blank({ start: at, end });
  return end;
}

/** Reads the comment, CDATA section or processing instruction whose opener stands at `at`, and gives the offset behind it. */
export function scanEnclosed(state: ScanState, opener: EnclosedOpener, at: number): number {
  const end = scanToEnd(state, opener, at);
  state.enclosed.push({ span: { start: at, end }, context: ENCLOSED[opener].context });
  if (opener === '<!--') state.comments.push({ start: at, end });
  return end;
}

function scanToEnd(state: ScanState, opener: EnclosedOpener, at: number): number {
  const start = at + opener.length;
  const close = findTerminator(state, opener, start);
  if (close === undefined) return scanUnclosed(state, opener, at);
  const inside = { start, end: close.start };
  scanValue(state, inside, ENCLOSED[opener].context);
  ENCLOSED[opener].check?.(state, inside);
  if (opener !== '<![CDATA[') state.blank({ start: at, end: close.end });
  return close.end;
}
