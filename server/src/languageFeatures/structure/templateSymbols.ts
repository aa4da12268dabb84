import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TemplateView } from '../../check/view';
import { elementsOf, type Element } from '../../template/elements';
import { CONTAINER, DEVICES, type Attribute } from '../../template/tags';
import { writePlaceholder } from '../../template/placeholder';
import type { Piece } from '../../template/piece';
import type { Placeholder, TemplateFile } from '../../template/templateFile';
import { toRange, type Positions } from '../convert';
import { shortened } from '../shortened';
import { PackedSymbols } from './packedSymbols';

/** How many characters of an element's attributes an outline shows. */
const MOST_DETAIL = 80;
/** How deep an outline shows elements. One that is deeper helps nobody, and overflows the stack of a client. */
const MOST_DEPTH = 50;

/** A template file, or a part of it. */
type Outlined = Pick<TemplateFile, 'templates' | 'tags' | 'placeholders'>;

/** Makes an outline in one pass: elements and placeholders are both in the order of the text. */
class TemplateOutline {
  readonly #placeholders: readonly Placeholder[];
  #next = 0;

  constructor(
    private readonly positions: Positions,
    private readonly text: string,
    private readonly file: Outlined,
  ) {
    this.#placeholders = file.placeholders.filter(({ context }) => context !== 'comment');
  }

  /** The outermost elements, without the one that holds all templates. */
  symbols(): DocumentSymbol[] {
    const roots = elementsOf(this.file.tags, this.text.length);
    const elements = roots.flatMap((root) => (root.opening.name === CONTAINER ? root.children : [root]));
    return elements.map((element) => {
      this.#takePlaceholders(element.span.start);
      return { ...this.#elementSymbol(element, 1), ...this.#asTemplate(element) };
    });
  }

  /** What a template is called in place of its element: the VIF type, be it from the file's name. */
  #asTemplate({ opening }: Element): Partial<DocumentSymbol> {
    const { tags, templates } = this.file;
    const own = opening.attributes.find(({ name }) => opening.name === 'template' && name === 'vif-type');
    const isLone = DEVICES.has(opening.name) && tags[0]?.name !== CONTAINER;
    const vifType = own ? this.#textOf(own) : isLone ? templates[0]?.vifType : undefined;
    if (!vifType) return {};
    return {
      name: shortened(vifType, MOST_DETAIL),
      kind: SymbolKind.Class,
      ...(own && { selectionRange: toRange(this.positions, own.valueSpan), detail: '' }),
    };
  }

  #elementSymbol(element: Element, depth: number): DocumentSymbol {
    const { opening, span } = element;
    const children = this.#childrenOf(element, depth + 1);
    const attributes = opening.attributes.map((attribute) => `${attribute.name}=${this.#textOf(attribute)}`);
    return {
      name: opening.name,
      detail: shortened(attributes.join(' '), MOST_DETAIL),
      kind: SymbolKind.Field,
      range: toRange(this.positions, span),
      selectionRange: toRange(this.positions, opening.nameSpan),
      ...(children.length > 0 && { children }),
    };
  }

  #childrenOf({ children, span }: Element, depth: number): DocumentSymbol[] {
    const shown = depth > MOST_DEPTH ? [] : children;
    const before = shown.flatMap((child) => [
      ...this.#takePlaceholders(child.span.start),
      this.#elementSymbol(child, depth),
    ]);
    return [...before, ...this.#takePlaceholders(span.end)];
  }

  /** The placeholders up to `end` that were not taken yet. */
  #takePlaceholders(end: number): readonly DocumentSymbol[] {
    const from = this.#next;
    while ((this.#placeholders[this.#next]?.span.start ?? end) < end) this.#next++;
    return this.#placeholders.slice(from, this.#next).map(({ key, optional = false, span, keySpan }) => ({
      name: writePlaceholder(key, optional),
      kind: SymbolKind.Variable,
      range: toRange(this.positions, span),
      selectionRange: toRange(this.positions, keySpan),
    }));
  }

  #textOf({ valueSpan }: Attribute): string {
    return this.text.slice(valueSpan.start, valueSpan.end);
  }
}

/** The outline of all that is in a file or a part of it; the container is left out. */
export function outlineOf(positions: Positions, text: string, file: Outlined): DocumentSymbol[] {
  return new TemplateOutline(positions, text, file).symbols();
}

/** What was made of a piece, for as long as it is kept: an edit makes one of them anew, and a client asks for the outline behind each. */
const made = new WeakMap<Piece, PackedSymbols>();

function packedSymbols(piece: Piece): PackedSymbols {
  const { text, contents } = piece;
  const positions = TextDocument.create('', '', 0, text);
  const packed = made.get(piece) ?? new PackedSymbols(outlineOf(positions, text, { templates: [], ...contents() }));
  made.set(piece, packed);
  return packed;
}

/** The templates of a file, each by its VIF type, with the elements and placeholders in them. */
export function templateSymbols(document: TextDocument, view: TemplateView): DocumentSymbol[] {
  const { file, text } = view;
  const parts = file.dialect === 'plain' ? file.parts() : undefined;
  if (!parts) return outlineOf(document, text, file);
  return parts.flatMap(({ piece, start }) => packedSymbols(piece).at(document.positionAt(start)));
}
