import type { PlaceholderContext } from '../../../server/src/template/templateFile';

/** A stretch of a template: how it is written and what an XML parser reads there, or a placeholder. */
export type Piece = { readonly written: string; readonly read: string } | { readonly key: string };

export interface Attribute {
  readonly name: string;
  /** Blanks and the equals sign. */
  readonly sign: string;
  readonly value:
    { readonly quote: '"' | "'"; readonly pieces: readonly Piece[] } | { readonly quote: ''; readonly key: string };
}

export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly Attribute[];
  readonly children: readonly Node[];
}

export type Node =
  | Element
  | { readonly kind: 'text' | 'comment' | 'cdata'; readonly pieces: readonly Piece[] }
  | { readonly kind: 'instruction'; readonly written: string };

/** A placeholder as it was written. */
export interface WrittenPlaceholder {
  readonly key: string;
  readonly start: number;
  readonly context: PlaceholderContext;
}

const QUOTED = { '"': 'double-quoted', "'": 'single-quoted' } as const;
const ENCLOSURE = { text: ['', ''], comment: ['<!--', '-->'], cdata: ['<![CDATA[', ']]>'] } as const;

/** Writes a model as the text of a template, and keeps where each placeholder came to stand. */
export class ModelWriter {
  text = '';
  readonly placeholders: WrittenPlaceholder[] = [];

  node(node: Node): void {
    if (node.kind === 'element') this.#element(node);
    else if (node.kind === 'instruction') this.text += node.written;
    else {
      const [before, after] = ENCLOSURE[node.kind];
      this.text += before;
      this.#pieces(node.pieces, node.kind);
      this.text += after;
    }
  }

  #element({ name, attributes, children }: Element): void {
    this.text += `<${name}`;
    for (const attribute of attributes) this.#attribute(attribute);
    if (children.length === 0) this.text += '/>';
    else {
      this.text += '>';
      for (const child of children) this.node(child);
      this.text += `</${name}>`;
    }
  }

  #attribute({ name, sign, value }: Attribute): void {
    this.text += ` ${name}${sign}${value.quote}`;
    if (value.quote === '') this.#pieces([value], 'unquoted');
    else this.#pieces(value.pieces, QUOTED[value.quote]);
    this.text += value.quote;
  }

  #pieces(pieces: readonly Piece[], context: PlaceholderContext): void {
    for (const piece of pieces) {
      if ('key' in piece) {
        this.placeholders.push({ key: piece.key, start: this.text.length, context });
        this.text += `\${${piece.key}}`;
      } else this.text += piece.written;
    }
  }
}

/** What an XML parser reports, one line an event; what stands in one run of text is one event. */
export class EventLog {
  readonly events: string[] = [];
  #text = '';

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#add(`open ${name} ${JSON.stringify(Object.entries(attributes))}`);
  }

  close(name: string): void {
    this.#add(`close ${name}`);
  }

  comment(text: string): void {
    this.#add(`comment ${JSON.stringify(text)}`);
  }

  text(text: string): void {
    this.#text += text;
  }

  #add(event: string): void {
    if (this.#text !== '') this.events.push(`text ${JSON.stringify(this.#text)}`);
    this.#text = '';
    this.events.push(event);
  }
}

/** What an XML parser must report for a model whose placeholders are filled so. `fill` is asked in the order of the text. */
export function expectedEvents(
  root: Element,
  fill: (key: string, context: PlaceholderContext) => string,
): readonly string[] {
  const log = new EventLog();
  const read = (pieces: readonly Piece[], context: PlaceholderContext): string =>
    pieces.map((piece) => ('key' in piece ? fill(piece.key, context) : piece.read)).join('');
  const valueOf = ({ value }: Attribute): string =>
    value.quote === '' ? fill(value.key, 'unquoted') : read(value.pieces, QUOTED[value.quote]);
  const visit = (node: Node): void => {
    if (node.kind === 'element') {
      log.open(node.name, Object.fromEntries(node.attributes.map((attribute) => [attribute.name, valueOf(attribute)])));
      node.children.forEach(visit);
      log.close(node.name);
    } else if (node.kind === 'comment') log.comment(read(node.pieces, 'comment'));
    else if (node.kind !== 'instruction') log.text(read(node.pieces, node.kind));
  };
  visit(root);
  return log.events;
}
