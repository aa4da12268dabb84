import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Problem, Severity } from '../problems';
import { toDiagnostic } from '../languageFeatures/diagnostics';
import type { Documents } from './documents';

/** How many diagnostics a file has at the client: more of them only make every keystroke slow, and editors leave them out. */
const MOST_DIAGNOSTICS = 1000;
/** How long (ms) one turn checks files that nobody has open, before requests get their turn. */
const SLICE = 20;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Those problems that are published: all, or the worst of very many. */
function publishable(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_DIAGNOSTICS) return problems;
  const rank = ({ severity }: Problem): number => WORST_FIRST.indexOf(severity);
  return problems.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_DIAGNOSTICS);
}

/**
 * Publishes the diagnostics of files whose problems may have changed: once for each turn of the event loop, however many changes
 * came in. The open documents come first, all of them; the others follow in slices, between which requests are answered. Nothing
 * is published while `isHeld`: files that a problem hangs on are under way then, and when they are here it is due again.
 */
export class Publisher {
  readonly #due = new Set<string>();
  /** Files that are due when nothing else is. */
  #further: Iterator<string> | undefined;
  readonly #published = new Map<string, string>();
  #scheduled: NodeJS.Timeout | undefined;
  #started = false;

  /** Where each code is explained; empty for a client that shows no links. */
  links: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly documents: Documents,
    private readonly problems: (uri: string) => readonly Problem[],
    private readonly isHeld: () => boolean,
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** The files that have diagnostics at the client. */
  published(): readonly string[] {
    return [...this.#published].filter(([, written]) => written !== '[]').map(([uri]) => uri);
  }

  /** Notes that the problems of these files may be other ones. */
  due(uris: Iterable<string>): void {
    for (const uri of uris) this.#due.add(uri);
    this.#schedule();
  }

  /** The same of every open document, of every file that has diagnostics, and then of `files`, which are found out one by one. */
  allDue(files: Iterable<string>): void {
    this.#further = files[Symbol.iterator]();
    this.due([...this.documents.openUris(), ...this.published()]);
  }

  /** Publishes what is due, and from now on at once: before, the settings are not known. */
  start(): void {
    this.#started = true;
    this.#schedule();
  }

  stop(): void {
    clearTimeout(this.#scheduled);
  }

  #schedule(): void {
    if (!this.#started) return;
    this.#scheduled ??= setTimeout(() => {
      this.#publishDue();
    }, 0);
  }

  #publishDue(): void {
    this.#scheduled = undefined;
    const open = [...this.#due].filter((uri) => this.documents.isOpen(uri));
    if (open.length > 0) this.#publishAll(open);
    else this.#publishSlice();
    // What was held back is due again when it is here.
    if (!this.isHeld() && (this.#due.size > 0 || this.#further)) this.#schedule();
  }

  #publishSlice(): void {
    const end = Date.now() + SLICE;
    for (const uri of this.#upcoming()) {
      this.#publishAll([uri]);
      if (Date.now() >= end) return;
    }
  }

  /** What is due, and then what is found to be: an open document has been published before. */
  *#upcoming(): Generator<string> {
    yield* [...this.#due];
    for (let next = this.#further?.next(); next; next = this.#further?.next()) {
      if (next.done) this.#further = undefined;
      else if (!this.documents.isOpen(next.value)) {
        this.#due.add(next.value);
        yield next.value;
      }
    }
  }

  /** Nothing is published before all that it hangs on is asked for, and here. */
  #publishAll(uris: readonly string[]): void {
    const found = uris.map((uri) => ({ uri, diagnostics: this.#diagnostics(uri) }));
    if (this.isHeld()) return;
    for (const { uri, diagnostics } of found) {
      this.#due.delete(uri);
      this.#publish(uri, diagnostics);
    }
  }

  #diagnostics(uri: string): Diagnostic[] {
    const document = this.documents.get(uri);
    if (!document) return [];
    return publishable(this.problems(uri)).map((problem) =>
      this.#linked(toDiagnostic(document, problem, this.documents.get), problem),
    );
  }

  #linked(diagnostic: Diagnostic, { code }: Problem): Diagnostic {
    const href = this.links.get(code);
    return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
  }

  /** An open document is answered for each version; another file only when its diagnostics have changed. */
  #publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    const document = this.documents.get(uri);
    const open = document !== undefined && this.documents.isOpen(uri);
    const written = JSON.stringify(diagnostics);
    if (!open && (this.#published.get(uri) ?? '[]') === written) return;
    this.#published.set(uri, written);
    this.send({ uri: document?.uri ?? uri, diagnostics: [...diagnostics], ...(open && { version: document.version }) });
  }
}
