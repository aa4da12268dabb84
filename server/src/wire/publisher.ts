import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Problem, Severity } from '../problems';
import { toDiagnostic } from '../languageFeatures/diagnostics';
import type { Documents } from './documents';

/** How many diagnostics a file has at the client: more of them only make every keystroke slow, and editors leave them out. */
const MOST_DIAGNOSTICS = 1000;
/** How long (ms) one turn checks files that nobody has open, before requests get their turn. */
const SLICE = 10;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Those problems that are published: all, or the worst of very many. */
function publishable(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_DIAGNOSTICS) return problems;
  const rank = ({ severity }: Problem): number => WORST_FIRST.indexOf(severity);
  return problems.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_DIAGNOSTICS);
}

function isSame(before: readonly Diagnostic[], now: readonly Diagnostic[]): boolean {
  if (before.length !== now.length) return false;
  return now.length === 0 || JSON.stringify(before) === JSON.stringify(now);
}

/**
 * Publishes the diagnostics of files whose problems may have changed, as soon as no more changes come in. The open documents come first,
 * all of them; the others follow in slices, between which requests are answered. Nothing
 * is published while `isHeld`: files that a problem hangs on are under way then, and when they are here it is due again.
 */
export class Publisher {
  readonly #due = new Set<string>();
  /** Files that are due when nothing else is. */
  #further: Iterator<string> | undefined;
  readonly #published = new Map<string, readonly Diagnostic[]>();
  /** How often something became due. */
  #changes = 0;
  #isScheduled = false;
  #started = false;

  /** Where each code is explained; empty for a client that shows no links. */
  links: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly documents: Documents,
    private readonly problems: (uri: string) => readonly Problem[],
    private readonly isHeld: () => boolean,
    private readonly send: (params: PublishDiagnosticsParams) => void,
    private readonly nextTurn: (run: () => void) => void,
  ) {}

  /** The files that have diagnostics at the client. */
  published(): readonly string[] {
    return [...this.#published].filter(([, diagnostics]) => diagnostics.length > 0).map(([uri]) => uri);
  }

  /** Notes that the problems of these files may be other ones. */
  due(uris: Iterable<string>): void {
    for (const uri of uris) this.#due.add(uri);
    this.#changes++;
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
    this.#started = false;
  }

  #schedule(): void {
    if (!this.#started || this.#isScheduled) return;
    this.#isScheduled = true;
    this.#awaitRest();
  }

  /**
   * Each message is taken up in a turn of its own, and the next one after what this one has put off: so it takes two turns to see
   * that none is left. Of keys that were pressed while the server was busy only the last one is answered.
   */
  #awaitRest(): void {
    const changes = this.#changes;
    this.nextTurn(() => {
      this.nextTurn(() => {
        if (changes === this.#changes) this.#publishDue();
        else this.#awaitRest();
      });
    });
  }

  #publishDue(): void {
    this.#isScheduled = false;
    if (!this.#started) return;
    const open = [...this.#due].filter((uri) => this.documents.isOpen(uri));
    if (open.length > 0) this.#publishAll(open);
    else this.#publishSlice();
    // What was held back is due again when it is here.
    if (this.isHeld() || (this.#due.size === 0 && !this.#further)) return;
    // A message that came in meanwhile takes one turn to be read, and is taken up in the next: not behind one more slice.
    this.nextTurn(() => {
      this.#schedule();
    });
  }

  #publishSlice(): void {
    const end = Date.now() + SLICE;
    for (const uri of this.#upcoming()) {
      this.#publishAll([uri]);
      if (Date.now() >= end) return;
    }
  }

  /**
   * What is found out to be due, in an order in which each file takes only a short look, and then what was due before: that may be a driver, for
   * which all nova.confs are looked at. An open document has been published before.
   */
  *#upcoming(): Generator<string> {
    for (let next = this.#further?.next(); next; next = this.#further?.next()) {
      if (next.done) this.#further = undefined;
      else if (!this.documents.isOpen(next.value)) {
        this.#due.add(next.value);
        yield next.value;
      }
    }
    yield* [...this.#due];
  }

  /** Each as soon as it is known, but nothing before all that it hangs on is here. All of it is asked for at once. */
  #publishAll(uris: readonly string[]): void {
    for (const uri of uris) {
      const diagnostics = this.#diagnostics(uri);
      if (this.isHeld()) continue;
      this.#due.delete(uri);
      this.#publish(uri, diagnostics);
    }
  }

  #diagnostics(uri: string): Diagnostic[] {
    const problems = publishable(this.problems(uri));
    // Nothing is wrong with most of many files: no document is made of those.
    const document = problems.length > 0 ? this.documents.get(uri) : undefined;
    if (!document) return [];
    return problems.map((problem) => this.#linked(toDiagnostic(document, problem, this.documents.get), problem));
  }

  #linked(diagnostic: Diagnostic, { code }: Problem): Diagnostic {
    const href = this.links.get(code);
    return href === undefined ? diagnostic : { ...diagnostic, codeDescription: { href } };
  }

  /** An open document is answered for each version; another file only when its diagnostics have changed. */
  #publish(uri: string, diagnostics: readonly Diagnostic[]): void {
    const isOpen = this.documents.isOpen(uri);
    if (!isOpen && isSame(this.#published.get(uri) ?? [], diagnostics)) return;
    const document = this.documents.get(uri);
    const open = isOpen && document !== undefined;
    this.#published.set(uri, diagnostics);
    this.send({ uri: document?.uri ?? uri, diagnostics: [...diagnostics], ...(open && { version: document.version }) });
  }
}
