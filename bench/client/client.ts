import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilIdle } from '../processes';
import { frame, FrameReader } from './framing';

/** How a server is started. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly folder: string;
}

/** An answer, and when (ms, `performance.now()`) its last byte came. */
export interface Answer {
  readonly at: number;
  readonly result: unknown;
}

/** What a server says of a document at one time. */
export interface Published {
  readonly at: number;
  readonly version: number | undefined;
  readonly written: string;
  readonly count: number;
}

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface PublishParams {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly unknown[];
}

interface Waiting {
  readonly uri: string;
  readonly isWanted: (published: Published) => boolean;
  readonly resolve: (published: Published) => void;
}

/** How long (ms) an answer may take before a measurement gives up. */
const PATIENCE = 60_000;

/** Fails after a while with what was waited for. */
async function within<Value>(what: string, promise: Promise<Value>): Promise<Value> {
  const timer = new AbortController();
  const late = sleep(PATIENCE, undefined, { signal: timer.signal }).then(() => {
    throw new Error(`${what}: nothing came in ${PATIENCE / 1000} s`);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    timer.abort();
    late.catch(() => undefined);
  }
}

/** A client of any language server on stdio. It notes when messages come before it reads them. */
export class BenchClient {
  /** When (ms) the server was started. */
  readonly started = performance.now();
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #reader = new FrameReader();
  readonly #pending = new Map<number, (message: Message, at: number) => void>();
  readonly #latest = new Map<string, Published>();
  readonly #waiting = new Set<Waiting>();
  #nextId = 1;

  constructor({ program, args, folder }: Command) {
    this.#process = spawn(program, args, { cwd: folder, stdio: 'pipe' });
    this.#process.stderr.resume();
    this.#process.stdin.on('error', () => undefined);
    this.#process.stdout.on('data', (piece: Buffer) => {
      const at = performance.now();
      for (const body of this.#reader.read(piece)) this.#take(JSON.parse(body) as Message, at);
    });
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  notify(method: string, params: unknown): void {
    this.#write({ method, params });
  }

  /** The result, or an error where the server refuses or ends. */
  request(method: string, params: unknown): Promise<Answer> {
    const id = this.#nextId++;
    const answer = new Promise<Answer>((resolve, reject) => {
      this.#pending.set(id, ({ result, error }, at) => {
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve({ at, result });
      });
    });
    this.#write({ id, method, params });
    return within(method, answer);
  }

  /** What was published for a document last. */
  latest(uri: string): Published | undefined {
    return this.#latest.get(uri);
  }

  /** The next publication for a document that fits. */
  published(uri: string, isWanted: (published: Published) => boolean = () => true): Promise<Published> {
    const next = new Promise<Published>((resolve) => {
      this.#waiting.add({ uri, isWanted, resolve });
    });
    return within(`diagnostics of ${uri}`, next);
  }

  /** Waits until the server has had nothing to do for a while (ms). */
  idle(quiet = 40): Promise<void> {
    return untilIdle(this.pid, quiet, PATIENCE);
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    await this.request('shutdown', null).catch(() => undefined);
    this.notify('exit', undefined);
    const grace = sleep(500, undefined, { ref: false }).then(() => this.#process.kill('SIGKILL'));
    await Promise.race([ended, grace.then(() => ended)]);
  }

  #write(message: object): void {
    this.#process.stdin.write(frame({ jsonrpc: '2.0', ...message }));
  }

  #take(message: Message, at: number): void {
    const { id, method, params } = message;
    if (method === 'textDocument/publishDiagnostics') this.#takeDiagnostics(params as PublishParams, at);
    else if (method !== undefined && id !== undefined) this.#write({ id, result: answerTo(method, params) });
    else if (id !== undefined) {
      this.#pending.get(id)?.(message, at);
      this.#pending.delete(id);
    }
  }

  #takeDiagnostics({ uri, version, diagnostics }: PublishParams, at: number): void {
    const published = { at, version, written: JSON.stringify(diagnostics), count: diagnostics.length };
    this.#latest.set(uri, published);
    for (const waiting of this.#waiting) {
      if (waiting.uri !== uri || !waiting.isWanted(published)) continue;
      this.#waiting.delete(waiting);
      waiting.resolve(published);
    }
  }
}

/** A client without any settings: each server keeps to its own defaults. */
function answerTo(method: string, params: unknown): unknown {
  if (method !== 'workspace/configuration') return null;
  return (params as { readonly items: readonly unknown[] }).items.map(() => null);
}
