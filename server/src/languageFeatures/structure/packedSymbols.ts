import type { DocumentSymbol, Position, Range, SymbolKind } from 'vscode-languageserver-types';

/** How many numbers a symbol takes: its kind, where the symbols inside of it end, and four positions. */
const WIDTH = 10;

/**
 * The outline of a part of a text, with its lines counted from the part's start: it holds wherever the part moves to, and takes a third of the
 * memory that its symbols do. They stand in the order of the text, each before those inside of it.
 */
export class PackedSymbols {
  readonly #names: string[] = [];
  readonly #details: (string | undefined)[] = [];
  readonly #numbers: number[] = [];

  constructor(symbols: readonly DocumentSymbol[]) {
    for (const symbol of symbols) this.#add(symbol);
  }

  /**
   * The symbols of the part where it starts at a position. What is inside of the outermost ones is made whenever it is asked for, and not kept:
   * so an answer is written part by part. All symbols of a long file at once take more memory than everything else does, and the engine longer
   * to clear away than to make.
   */
  at(start: Position): DocumentSymbol[] {
    return this.#within(0, this.#names.length).map((index) => {
      const symbol = this.#symbol(index, start);
      if (this.#hasInner(index))
        Object.defineProperty(symbol, 'children', { enumerable: true, get: () => this.#inner(index, start) });
      return symbol;
    });
  }

  #add({ name, detail, kind, range, selectionRange, children = [] }: DocumentSymbol): void {
    const index = this.#names.push(name) - 1;
    this.#details.push(detail);
    this.#numbers.push(kind, 0, ...numbersOf(range), ...numbersOf(selectionRange));
    for (const child of children) this.#add(child);
    this.#numbers[index * WIDTH + 1] = this.#names.length;
  }

  /** The symbols right inside of one. */
  #inner(around: number, start: Position): DocumentSymbol[] {
    return this.#within(around + 1, this.#endOf(around)).map((index) => {
      const symbol = this.#symbol(index, start);
      if (this.#hasInner(index)) symbol.children = this.#inner(index, start);
      return symbol;
    });
  }

  /** The outermost ones of those from an index to the next. */
  #within(from: number, to: number): number[] {
    const indices: number[] = [];
    for (let index = from; index < to; index = this.#endOf(index)) indices.push(index);
    return indices;
  }

  #hasInner(index: number): boolean {
    return this.#endOf(index) > index + 1;
  }

  #symbol(index: number, start: Position): DocumentSymbol {
    const symbol: DocumentSymbol = {
      name: this.#names[index] ?? '',
      kind: this.#number(index, 0) as SymbolKind,
      range: this.#range(index, 2, start),
      selectionRange: this.#range(index, 6, start),
    };
    const detail = this.#details[index];
    if (detail !== undefined) symbol.detail = detail;
    return symbol;
  }

  /** The index behind the last symbol inside of one. */
  #endOf(index: number): number {
    return this.#number(index, 1);
  }

  #range(index: number, from: number, start: Position): Range {
    return { start: this.#position(index, from, start), end: this.#position(index, from + 2, start) };
  }

  #position(index: number, from: number, start: Position): Position {
    const line = this.#number(index, from);
    const character = this.#number(index, from + 1);
    return { line: start.line + line, character: line === 0 ? start.character + character : character };
  }

  #number(index: number, which: number): number {
    return this.#numbers[index * WIDTH + which] ?? 0;
  }
}

function numbersOf({ start, end }: Range): readonly number[] {
  return [start.line, start.character, end.line, end.character];
}
