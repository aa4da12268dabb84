import { problem, type Problem, type ProblemCode, type ProblemDetail } from '../problems';
import type { Span } from '../text/span';
import { Finder } from './finder';
import { malformedPlaceholder, readPlaceholder, type PlaceholderToken } from './placeholder';
import type { Tag } from './tags';
import type { Placeholder, PlaceholderContext } from './templateFile';

function placeholderOf({ span, key, keySpan, optional }: PlaceholderToken, context: PlaceholderContext): Placeholder {
  return optional ? { span, key, keySpan, optional, context } : { span, key, keySpan, context };
}

interface Mask extends Span {
  readonly replacement: string;
}

/** A stretch that holds no tags. */
export interface Enclosed {
  readonly span: Span;
  readonly context: 'comment' | 'cdata' | 'markup';
}

/** What a scan knows of the text that its own is a part of. */
export interface Surroundings {
  /** Whether the text begins with the file. */
  readonly isStart: boolean;
  /** Where a pattern, a global one, matches next in the whole text, at `from` or behind; in the offsets of its own text. */
  readonly find: (pattern: RegExp, from: number) => Span | undefined;
}

function wholeText(text: string): Surroundings {
  const finder = new Finder(text);
  return { isStart: true, find: (pattern, from) => finder.find(pattern, from) };
}

const MISPLACED = 'A placeholder can stand in an attribute value or in text, not in place of a name.';

/** What one scan of a template file has found so far, and the masked text that it makes for the XML parser. */
export class ScanState {
  readonly placeholders: Placeholder[] = [];
  readonly tags: Tag[] = [];
  readonly comments: Span[] = [];
  /** The comments, CDATA sections and instructions. */
  readonly enclosed: Enclosed[] = [];
  readonly problems: Problem[] = [];
  /** The names of tags that have no end: what misses them is no fault of its own. */
  readonly brokenTags = new Set<string>();

  /** How far it has looked into its own text for a quote; Infinity where it came to the end without. Beyond that it never looks further than to the next `<`. */
  looked = 0;
  /** How far it has searched the whole text, in the offsets of its own; Infinity up to its end. */
  searched = 0;

  readonly #masks: Mask[] = [];

  constructor(
    readonly text: string,
    readonly uri: string,
    readonly surroundings: Surroundings = wholeText(text),
  ) {}

  report(code: ProblemCode, span: Span, message: string, detail?: ProblemDetail): void {
    this.problems.push(problem(code, span, message, detail));
  }

  /** Reports a character that XML wants written as a reference: the one at `at`, which is why `span` is at fault. */
  reportUnescaped(span: Span, at: number, reference: string, message: string): void {
    const change = { uri: this.uri, span: { start: at, end: at + 1 }, newText: reference };
    const fixes = [{ title: `Write ${reference}`, changes: [change], preferred: true }];
    this.report('template.xml-syntax', span, message, { fixes });
  }

  /** Where `pattern`, a global one, matches next, at `from` or behind: it may be beyond the end of a text that is part of another one. */
  find(pattern: RegExp, from: number): Span | undefined {
    return this.surroundings.find(pattern, from);
  }

  /** Lets the XML parser see `replacement`, of the span's own length, in place of what stands at `span`. Masks come in the order of the text. */
  mask({ start, end }: Span, replacement: string): void {
    this.#masks.push({ start, end, replacement });
  }

  /** Lets the XML parser see blanks at `span`, whatever was masked inside it before. */
  blank(span: Span): void {
    while ((this.#masks.at(-1)?.start ?? -1) >= span.start) this.#masks.pop();
    this.mask(span, ' '.repeat(span.end - span.start));
  }

  /** The text with every mask in place: as long as the text itself, so that all offsets are the same. */
  masked(): string {
    let masked = '';
    let at = 0;
    for (const { start, end, replacement } of this.#masks) {
      masked += this.text.slice(at, start) + replacement;
      at = end;
    }
    return masked + this.text.slice(at);
  }

  /** The offset behind what begins with `${` at `at`. */
  placeholderEnd(at: number): number {
    return readPlaceholder(this.text, at).span.end;
  }

  /** Takes up what begins with `${` at `at`, and gives the offset behind it. */
  takePlaceholder(at: number, context: PlaceholderContext): number {
    const token = readPlaceholder(this.text, at);
    const malformed = malformedPlaceholder(token, this.text, this.uri);
    if (malformed === undefined) {
      this.placeholders.push(placeholderOf(token, context));
      if (context === 'markup') this.report('placeholder.misplaced', token.span, MISPLACED);
    } else if (context !== 'comment') this.problems.push(malformed);
    return token.span.end;
  }
}
