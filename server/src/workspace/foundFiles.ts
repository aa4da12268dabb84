import { fileKind, isTemplate, type FileKind } from './fileKind';
import { nameOf } from './files';

/** The kind of a nova.conf or template file; `undefined` for any other. */
function ofOwnKind(name: string, languageId?: string): FileKind | undefined {
  const kind = fileKind(name, languageId);
  return kind === 'nova-conf' || isTemplate(kind) ? kind : undefined;
}

/** The nova.confs and template files that were found, by their kind; some may be gone. Every file is named by its normalized URI. */
export class FoundFiles {
  readonly #byKind = new Map<FileKind, Set<string>>();

  /** Takes note of a file, if it is one of these. `languageId` is what an editor that has it open says. */
  add(uri: string, languageId?: string): void {
    const kind = ofOwnKind(nameOf(uri), languageId);
    for (const uris of this.#byKind.values()) uris.delete(uri);
    if (kind === undefined) return;
    const uris = this.#byKind.get(kind);
    if (uris) uris.add(uri);
    else this.#byKind.set(kind, new Set([uri]));
  }

  /** Whether a file is one of these by its name, and nobody has found it. */
  lacks(uri: string): boolean {
    const kind = ofOwnKind(nameOf(uri));
    return kind !== undefined && this.#byKind.get(kind)?.has(uri) !== true;
  }

  clear(): void {
    this.#byKind.clear();
  }

  /** Those of a kind, in the order in which they were found. */
  of(kind: FileKind): Iterable<string> {
    return this.#byKind.get(kind) ?? [];
  }
}
