import { problem, type Problem, type RelatedPlace } from '../../problems';
import type { Tag } from '../../template/tags';
import type { Owner } from './owners';

/** More are not worth reading. */
const MOST_PROBLEMS = 200;

/** Makes the problems of elements that are not closed, or closed too often. Each tag, and each branch, is at fault once. */
export class BalanceProblems {
  readonly problems: Problem[] = [];
  readonly #blamed = new Set<unknown>();

  constructor(private readonly uri: string) {}

  /** An element that stays open whatever the conditions are. */
  neverClosed({ name, nameSpan }: Tag): void {
    if (this.#isNew(nameSpan))
      this.problems.push(
        problem('template.xml-syntax', nameSpan, `The element '${name}' is not closed: </${name}> is missing.`),
      );
  }

  /** A closing tag of an element that is not open whatever the conditions are. */
  neverOpened({ name, nameSpan }: Tag): void {
    const message = `The closing tag '${name}' closes nothing: there is no open element of that name.`;
    if (this.#isNew(nameSpan)) this.problems.push(problem('template.xml-syntax', nameSpan, message));
  }

  /** A branch or loop that opens an element which is not closed wherever it is open. */
  leftOpen(owner: Owner, tag: Tag): void {
    const message =
      owner.kind === 'loop'
        ? `This loop opens the element '${tag.name}' and does not close it each time.`
        : `This branch opens the element '${tag.name}', which is not closed under the same condition.`;
    this.#blame(owner, message, { uri: this.uri, span: tag.nameSpan, message: `'${tag.name}' is opened here.` });
  }

  /** A branch or loop that closes an element which it alone closes, or which is not open wherever it is closed. */
  closed(owner: Owner, tag: Tag): void {
    const what = owner.kind === 'loop' ? 'loop' : 'branch';
    const message = `This ${what} closes the element '${tag.name}', which is opened under another condition.`;
    this.#blame(owner, message, { uri: this.uri, span: tag.nameSpan, message: `The tag '${tag.name}' is here.` });
  }

  #blame({ directive: { span } }: Owner, message: string, related: RelatedPlace): void {
    if (this.#isNew(related.span) && this.#isNew(span))
      this.problems.push(problem('cheetah.branch-unbalanced', span, message, { related: [related] }));
  }

  #isNew(fault: unknown): boolean {
    if (this.#blamed.has(fault) || this.problems.length >= MOST_PROBLEMS) return false;
    this.#blamed.add(fault);
    return true;
  }
}
