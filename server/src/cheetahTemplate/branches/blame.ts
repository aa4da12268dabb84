import type { Tag } from '../../template/tags';
import type { BalanceProblems } from './balanceProblems';
import { beyond, innermost, type OpenElement } from './openElements';
import { isInside, type Owner } from './owners';
import type { State } from './states';

/** Finds out which tag, branch or loop is at fault where elements are not closed as they were opened. */
export class Blame {
  /** The branch or loop that a tag stands in; those that stand in none are left out. */
  readonly #owners = new Map<Tag, Owner>();
  /** The branch or loop that a tag's element was last closed in; `undefined` for the file itself. */
  readonly #closedIn = new Map<Tag, Owner | undefined>();

  constructor(private readonly balance: BalanceProblems) {}

  /** Notes where a tag stands. */
  stands(tag: Tag, owner: Owner): void {
    this.#owners.set(tag, owner);
  }

  /** Notes where the element of an opening tag is closed. */
  isClosed(tag: Tag, owner: Owner | undefined): void {
    this.#closedIn.set(tag, owner);
  }

  /** A closing tag fits in no state: nothing that is open has its name. */
  neverOpened(tag: Tag): void {
    this.balance.neverOpened(tag);
  }

  /** A closing tag passes over an element that is open in it. */
  passedOver({ tag }: OpenElement): void {
    const owner = this.#owners.get(tag);
    if (owner && this.#closedIn.has(tag)) this.balance.leftOpen(owner, tag);
    else this.balance.neverClosed(tag);
  }

  /** A closing tag, which stands in `owner`, fits in one state, and in another one it does not. */
  fitsElsewhere(tag: Tag, fitting: OpenElement, { open }: State, owner: Owner | undefined): void {
    const isDeeper = innermost(open).some((element) => element.tag.name === tag.name);
    if (open && (isDeeper || isInside(this.#owners.get(open.tag), owner))) {
      this.#leftOpen(open.tag);
      return;
    }
    const opener = this.#owners.get(fitting.tag);
    const earlier = this.#closedIn.get(fitting.tag);
    if (opener && isInside(opener, owner)) this.balance.leftOpen(opener, fitting.tag);
    else if (owner && isInside(owner, opener)) this.balance.closed(owner, tag);
    else if (earlier) this.balance.closed(earlier, fitting.tag);
    else if (opener) this.balance.leftOpen(opener, fitting.tag);
  }

  /** At the end of a loop or of the file the same elements are to be open as at its start. */
  checkEnd(states: readonly State[]): void {
    for (const { open, atLoop } of states) {
      const opened = [...beyond(open, atLoop)];
      for (const { tag } of opened) this.#leftOpen(tag);
      if (opened.length === 0) for (const { tag } of beyond(atLoop, open)) this.#closedByLoop(tag);
    }
  }

  #leftOpen(tag: Tag): void {
    const opener = this.#owners.get(tag);
    const closer = this.#closedIn.get(tag);
    if (closer && isInside(closer, opener)) this.balance.closed(closer, tag);
    else if (opener) this.balance.leftOpen(opener, tag);
    else this.balance.neverClosed(tag);
  }

  /** A loop closes what was opened around it. */
  #closedByLoop(tag: Tag): void {
    const closer = this.#closedIn.get(tag);
    if (closer) this.balance.closed(closer, tag);
    else this.balance.neverClosed(tag);
  }
}
