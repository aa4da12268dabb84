import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Place, Scene } from '../documents/scene';
import { cpuTime, peakMemory } from '../processes';
import type { Server } from '../servers/server';
import { writeFiles } from '../temporary';
import { BenchClient, type Published } from './client';

/** What an editor of today says that it can do, as far as it changes what a server does. */
const CAPABILITIES = {
  workspace: { configuration: true, didChangeConfiguration: {}, workspaceFolders: true },
  textDocument: {
    synchronization: { didSave: false },
    publishDiagnostics: { versionSupport: true },
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] },
      contextSupport: true,
    },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

/** What is asked for right behind an edit. */
export type Asked = 'completion' | 'hover' | 'documentSymbol';

/** An editor that has a scene's files open, and edits one of them with each server in the same way. */
export class Editor {
  readonly #client: BenchClient;
  readonly #pulls: boolean;
  #version = 1;
  #isSpoilt = false;
  #sound = '';

  private constructor(
    private readonly scene: Scene,
    private readonly folder: string,
    { command, pulls }: Server,
  ) {
    this.#pulls = pulls === true;
    this.#client = new BenchClient({ ...command, folder });
  }

  /**
   * Starts a server in a folder with the scene's files and opens those that are to be open. `startTime` is how long (ms) it took
   * from the start of the process to the first diagnostics of the watched file.
   */
  static async start(server: Server, scene: Scene): Promise<{ readonly editor: Editor; readonly startTime: number }> {
    const folder = mkdtempSync(path.join(tmpdir(), 'vif-bench-'));
    writeFiles(folder, scene.files);
    const editor = new Editor(scene, folder, server);
    const first = await editor.#open();
    return { editor, startTime: first - editor.#client.started };
  }

  /** Waits until the server has nothing to do; what it has published then is what it says of the sound text. */
  async settle(): Promise<void> {
    await this.#client.idle(500);
    const known = this.#pulls ? await this.#pull() : this.#client.latest(this.#uri(this.scene.watched));
    this.#sound = known?.written ?? '';
  }

  /** Spoils the text or mends it, in turn; gives how long (ms) the diagnostics of the watched file took to say so. */
  async edit(): Promise<number> {
    const { published, sent } = this.#edit();
    const { at } = await published;
    await this.#client.idle();
    return at - sent;
  }

  /** Edits and asks at once; gives how long (ms) the answer took from the edit on. */
  async editAndAsk(asked: Asked): Promise<number> {
    const textDocument = { uri: this.#uri(this.scene.spoiler.file) };
    const place: Partial<Record<Asked, Place>> = this.scene.probe;
    const position = place[asked];
    const { published, sent } = this.#edit();
    const { at } = await this.#client.request(`textDocument/${asked}`, {
      textDocument,
      ...(position && { position }),
    });
    await published;
    await this.#client.idle();
    return at - sent;
  }

  /** The CPU time (ms) that the server has used so far. */
  cpuTime(): number {
    return cpuTime(this.#client.pid);
  }

  /** The most memory (MB) that the server has had so far. */
  peakMemory(): number {
    return peakMemory(this.#client.pid);
  }

  /** Waits until the server has had nothing to do for half a second; gives when (ms since its start) that began. */
  async wholeWorkspace(): Promise<number> {
    const quiet = 500;
    await this.#client.idle(quiet);
    return performance.now() - quiet - this.#client.started;
  }

  async close(): Promise<void> {
    await this.#client.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  #uri(file: string): string {
    return pathToFileURL(path.join(this.folder, file)).href;
  }

  async #open(): Promise<number> {
    const rootUri = pathToFileURL(this.folder).href;
    const folders = [{ uri: rootUri, name: 'bench' }];
    const capabilities = this.#pulls
      ? { ...CAPABILITIES, textDocument: { ...CAPABILITIES.textDocument, diagnostic: {} } }
      : CAPABILITIES;
    const about = { processId: process.pid, rootUri, capabilities, workspaceFolders: folders };
    await this.#client.request('initialize', about);
    this.#client.notify('initialized', {});
    const first = this.#pulls ? undefined : this.#client.published(this.#uri(this.scene.watched));
    for (const [file, languageId] of Object.entries(this.scene.open)) {
      const textDocument = { uri: this.#uri(file), languageId, version: 1, text: this.scene.files[file] };
      this.#client.notify('textDocument/didOpen', { textDocument });
    }
    return (await (first ?? this.#pull())).at;
  }

  #edit(): { readonly published: Promise<Published>; readonly sent: number } {
    const { file, line, character, insert } = this.scene.spoiler;
    this.#isSpoilt = !this.#isSpoilt;
    const [spoilt, version] = [this.#isSpoilt, ++this.#version];
    const end = { line, character: spoilt ? character : character + insert.length };
    const change = { range: { start: { line, character }, end }, text: spoilt ? insert : '' };
    const isWanted = ({ written }: Published): boolean => (written === this.#sound) === !spoilt;
    const pushed = this.#pulls ? undefined : this.#client.published(this.#uri(this.scene.watched), isWanted);
    const sent = performance.now();
    this.#client.notify('textDocument/didChange', {
      textDocument: { uri: this.#uri(file), version },
      contentChanges: [change],
    });
    return { published: pushed ?? this.#pull(), sent };
  }

  /** Asks for the diagnostics of the watched file. */
  async #pull(): Promise<Published> {
    const textDocument = { uri: this.#uri(this.scene.watched) };
    const { at, result } = await this.#client.request('textDocument/diagnostic', { textDocument });
    const { items } = result as { readonly items: readonly unknown[] };
    return { at, version: undefined, written: JSON.stringify(items), count: items.length };
  }
}
