import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Problem, Severity } from '../problems';
import { toDiagnostic } from '../languageFeatures/diagnostics';
import type { Documents } from './documents';

/** How many diagnostics a file has at the client: more of them only make every keystroke slow, and editors leave them out. */
const MOST_DIAGNOSTICS = 1000;
const WORST_FIRST: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Those problems that are published: all, or the worst of very many. */
function publishable(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_DIAGNOSTICS) return problems;
  const rank = ({ severity }: Problem): number => WORST_FIRST.indexOf(severity);
  return problems.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_DIAGNOSTICS);
}

/**
 * Publishes the diagnostics of files whose problems may have changed: once for each turn of the event loop, however many changes
 * came in. Nothing is published while `isHeld`: files that a problem hangs on are under way then, and when they are here it is due again.
 */
export class Publisher {
  readonly #due = new Set<string>();
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
    const found = [...this.#due].map((uri) => ({ uri, diagnostics: this.#diagnostics(uri) }));
    if (this.isHeld()) return;
    this.#due.clear();
    for (const { uri, diagnostics } of found) this.#publish(uri, diagnostics);
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
