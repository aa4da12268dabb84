import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { Problem } from '../problems';
import { toDiagnostic } from '../languageFeatures/diagnostics';
import type { Documents } from './documents';

/** Publishes the diagnostics of files whose problems may have changed: once for each turn of the event loop, however many changes came in. */
export class Publisher {
  readonly #due = new Set<string>();
  readonly #published = new Map<string, string>();
  #scheduled: NodeJS.Immediate | undefined;

  constructor(
    private readonly documents: Documents,
    private readonly problems: (uri: string) => readonly Problem[],
    private readonly send: (params: PublishDiagnosticsParams) => void,
  ) {}

  /** The files that have diagnostics at the client. */
  published(): readonly string[] {
    return [...this.#published].filter(([, written]) => written !== '[]').map(([uri]) => uri);
  }

  /** Notes that the problems of these files may be other ones. */
  due(uris: Iterable<string>): void {
    for (const uri of uris) this.#due.add(uri);
    this.#scheduled ??= setImmediate(() => {
      this.#publishDue();
    });
  }

  stop(): void {
    clearImmediate(this.#scheduled);
  }

  #publishDue(): void {
    this.#scheduled = undefined;
    const uris = [...this.#due];
    this.#due.clear();
    for (const uri of uris) this.#publish(uri);
  }

  /** An open document is answered for each version; another file only when its diagnostics have changed. */
  #publish(uri: string): void {
    const document = this.documents.get(uri);
    const diagnostics: Diagnostic[] = document
      ? this.problems(uri).map((problem) => toDiagnostic(document, problem, this.documents.get))
      : [];
    const open = document !== undefined && this.documents.isOpen(uri);
    const written = JSON.stringify(diagnostics);
    if (!open && (this.#published.get(uri) ?? '[]') === written) return;
    this.#published.set(uri, written);
    this.send({ uri: document?.uri ?? uri, diagnostics, ...(open && { version: document.version }) });
  }
}
