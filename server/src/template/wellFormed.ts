import sax from 'sax';
import { problem, type Problem } from '../problems';
import { shifted, type Span } from '../text/span';
import type { Tag } from './tags';

/** What a scan hands over: the text that sax may see, and the tags in it by the offset of their end. */
export interface MaskedXml {
  readonly masked: string;
  readonly tags: readonly Tag[];
  readonly brokenTags: ReadonlySet<string>;
}

/** More is not worth reading; such a text is no XML at all. */
const MOST_PROBLEMS = 200;
/** sax objects once for each character, or each open element, that something is wrong with. */
const MOST_OBJECTIONS = 10_000;

/** Thrown out of sax's events to end the parser. */
class Enough extends Error {}

const OUTSIDE_OF_ROOT = ['Text data outside of root node.', 'Non-whitespace before first tag.'];
/** `strictEntities`: only those that XML itself defines. */
const OPTIONS = { position: true, strictEntities: true };

/** A part of a text that sax has been handed. */
interface Part {
  readonly xml: MaskedXml;
  readonly tagByEnd: ReadonlyMap<number, Tag>;
  /** What turns sax's position into an offset of the part. */
  readonly start: number;
  /** What turns an offset of the part into one of the whole text. */
  readonly base: number;
}

/** An element that is open, with where its name stands in the whole text. */
type OpenElement = Pick<Tag, 'name' | 'nameSpan'>;

/** Runs sax over masked texts, one after the other, as if they were one; and says in our words, and at our spans, what it objects to. */
export class Judge {
  readonly #problems: Problem[] = [];
  readonly #parser = sax.parser(true, OPTIONS);
  readonly #open: OpenElement[] = [];
  readonly #brokenTags = new Set<string>();
  #part: Part = { xml: { masked: '', tags: [], brokenTags: new Set() }, tagByEnd: new Map(), start: 0, base: 0 };
  /** How many open elements the closing tag at hand passes over. */
  #passedOver = 0;
  #sawRoot = false;
  #objections = 0;
  /** Where the last run of text outside of the root element ends. */
  #textEnd = 0;
  #hasEnough = false;

  constructor() {
    // sax asks this object whether it has an attribute already, and trips over one that is named like a method of it.
    this.#parser.onattribute = () => {
      this.#parser.tag.attributes = {};
    };
    this.#parser.onopentag = () => {
      this.#opened();
    };
    this.#parser.onclosetag = () => {
      this.#closed();
    };
    this.#parser.onopencdata = () => {
      if (this.#open.length === 0) this.#reportText(this.#position - '<![CDATA['.length);
    };
    this.#parser.onerror = (error) => {
      this.#objected(error.message.split('\n', 1)[0] ?? '');
      this.#parser.resume();
    };
  }

  /** Reads on in a text that begins at the offset `base` of the whole. */
  read(xml: MaskedXml, base = 0): void {
    const tagByEnd = new Map(xml.tags.map((tag) => [tag.span.end, tag]));
    this.#part = { xml, tagByEnd, start: this.#parser.position, base };
    this.#textEnd = 0;
    for (const name of xml.brokenTags) this.#brokenTags.add(name);
    this.#run(() => this.#parser.write(xml.masked));
  }

  /** Ends the text, and gives a problem `template.xml-syntax` for each fault. */
  finish(): readonly Problem[] {
    this.#run(() => this.#parser.close());
    return this.#problems;
  }

  #run(step: () => void): void {
    if (this.#hasEnough) return;
    try {
      step();
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
      this.#hasEnough = true;
    }
  }

  /** Where sax is, in the part. */
  get #position(): number {
    return this.#parser.position - this.#part.start;
  }

  get #tag(): OpenElement | undefined {
    const tag = this.#part.tagByEnd.get(this.#position);
    return tag && { name: tag.name, nameSpan: shifted(tag.nameSpan, this.#part.base) };
  }

  #report(span: Span, message: string): void {
    this.#problems.push(problem('template.xml-syntax', span, message));
    if (this.#problems.length >= MOST_PROBLEMS) throw new Enough();
  }

  #opened(): void {
    const tag = this.#tag;
    if (tag === undefined) return;
    if (this.#open.length === 0 && this.#sawRoot)
      this.#report(tag.nameSpan, `A file has one root element; '${tag.name}' is a second one.`);
    this.#sawRoot = true;
    this.#open.push(tag);
  }

  /** sax closes whatever the closing tag passes over, innermost first. */
  #closed(): void {
    const tag = this.#open.pop();
    if (this.#passedOver > 0) {
      this.#passedOver--;
      if (tag !== undefined) this.#reportUnclosed(tag);
    }
  }

  #reportUnclosed({ name, nameSpan }: OpenElement): void {
    if (!this.#brokenTags.has(name))
      this.#report(nameSpan, `The element '${name}' is not closed: </${name}> is missing.`);
  }

  #objected(objection: string): void {
    if (++this.#objections > MOST_OBJECTIONS) this.#giveUp();
    if (objection === 'Unexpected close tag') this.#passedOver++;
    else if (objection.startsWith('Unmatched closing tag')) this.#reportUnmatched();
    else if (objection === 'Unclosed root tag')
      this.#open.splice(0).forEach((tag) => {
        this.#reportUnclosed(tag);
      });
    else if (OUTSIDE_OF_ROOT.includes(objection)) this.#reportText(this.#position - 1);
    else if (objection !== 'Unexpected end') this.#reportLast(`The XML is not well formed here: ${objection}.`);
  }

  #giveUp(): never {
    if (this.#problems.length === 0)
      this.#reportLast('The XML is too broken up to here for what follows to be checked.');
    throw new Enough();
  }

  #reportUnmatched(): void {
    this.#passedOver = 0;
    const tag = this.#tag;
    if (tag === undefined || this.#brokenTags.has(tag.name)) return;
    this.#report(tag.nameSpan, `The closing tag '${tag.name}' closes nothing: there is no open element of that name.`);
  }

  /** Text outside of the root element: once for each run of it. */
  #reportText(start: number): void {
    if (start < this.#textEnd) return;
    const { xml, base } = this.#part;
    const { masked } = xml;
    const next = masked.indexOf('<', start + 1);
    const end = start + masked.slice(start, next < 0 ? undefined : next).trimEnd().length;
    this.#textEnd = end;
    this.#report(shifted({ start, end }, base), 'Text cannot stand outside of the root element.');
  }

  /** A fault at the character that sax has just read. */
  #reportLast(message: string): void {
    const end = this.#position;
    this.#report(shifted({ start: Math.max(end - 1, 0), end }, this.#part.base), message);
  }
}

/** Whether the masked text is well-formed XML: a problem `template.xml-syntax` for each fault. sax is the judge. */
export function checkWellFormed(xml: MaskedXml): readonly Problem[] {
  const judge = new Judge();
  judge.read(xml);
  return judge.finish();
}
