import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver-types';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CheetahTemplateFile } from '../../cheetahTemplate/cheetahTemplateFile';
import { withNested } from '../../cheetahTemplate/nodes';
import { elementsOf, withDescendants } from '../../template/elements';
import type { Attribute } from '../../template/tags';
import type { Span } from '../../text/span';
import { toRange } from '../convert';
import { shortened } from '../shortened';

/** How many characters of a name or a detail an outline shows. */
const MOST_SHOWN = 80;
/** How deep an outline goes. What is deeper helps nobody, and overflows the stack of a client. */
const MOST_DEPTH = 50;

/** Something of the outline, before it is known what it stands in. */
interface Entry {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** Makes the entries of one file. */
class Entries {
  constructor(
    private readonly text: string,
    private readonly file: CheetahTemplateFile,
  ) {}

  *all(): Generator<Entry> {
    yield* this.#elements();
    yield* this.#directives();
    for (const { key, span, keySpan, context } of this.file.placeholders)
      if (context !== 'directive' && context !== 'comment')
        yield { name: this.#written(span), detail: key, kind: SymbolKind.Variable, span, nameSpan: keySpan };
  }

  *#elements(): Generator<Entry> {
    for (const { opening, span } of withDescendants(elementsOf(this.file.tags, this.text.length))) {
      const detail = opening.attributes.map((attribute) => this.#attribute(attribute)).join(' ');
      yield { name: opening.name, detail, kind: SymbolKind.Field, span, nameSpan: opening.nameSpan };
    }
  }

  *#directives(): Generator<Entry> {
    for (const node of withNested(this.file.cheetah.nodes)) {
      if (node.kind === 'loop') {
        const { span, directive } = node;
        yield {
          name: this.#written(directive.span),
          detail: '',
          kind: SymbolKind.Array,
          span,
          nameSpan: directive.span,
        };
      }
      if (node.kind !== 'condition') continue;
      for (const { span, directive } of node.branches) {
        const own = this.file.templates.filter((template) => template.span === span);
        const vifTypes = own.map(({ vifType, isDefault }) => (isDefault ? 'every other VIF type' : (vifType ?? '')));
        const written = this.#written(directive.span);
        yield vifTypes.length > 0
          ? { name: vifTypes.join(', '), detail: written, kind: SymbolKind.Class, span, nameSpan: directive.span }
          : { name: written, detail: '', kind: SymbolKind.Object, span, nameSpan: directive.span };
      }
    }
  }

  #attribute({ name, valueSpan }: Attribute): string {
    return `${name}=${this.#written(valueSpan)}`;
  }

  #written({ start, end }: Span): string {
    return this.text.slice(start, end).trim();
  }
}

/** The outline of a Cheetah file: its elements, branches, loops and placeholders, each in the innermost one around it. What begins in one and ends behind it is left out. A branch that is a template goes by its VIF type. */
export function cheetahSymbols(document: TextDocument, text: string, file: CheetahTemplateFile): DocumentSymbol[] {
  const entries = [...new Entries(text, file).all()].filter(({ name }) => name !== '');
  entries.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const roots: DocumentSymbol[] = [];
  const around: { readonly end: number; readonly children: DocumentSymbol[] }[] = [];
  for (const { name, detail, kind, span, nameSpan } of entries) {
    while ((around.at(-1)?.end ?? Infinity) <= span.start) around.pop();
    const holder = around.at(-1);
    if (around.length >= MOST_DEPTH || (holder && holder.end < span.end)) continue;
    const children: DocumentSymbol[] = [];
    (holder?.children ?? roots).push({
      name: shortened(name, MOST_SHOWN),
      detail: shortened(detail, MOST_SHOWN),
      kind,
      range: toRange(document, span),
      selectionRange: toRange(document, nameSpan),
      children,
    });
    around.push({ end: span.end, children });
  }
  return roots;
}
