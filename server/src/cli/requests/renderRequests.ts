import { BatchRenderer, type BatchRendering } from '../../rendering/batchRenderer';
import { RenderError } from '../../rendering/renderError';
import type { Renderer } from '../../rendering/renderer';
import type { RenderTarget } from '../../rendering/target';
import { CommandFailure } from '../failure';
import { Progress } from '../progress';
import { placeOf, renderingLines, type RenderingStrictness } from '../renderingLines';
import type { Line } from './lines';
import { Ordered, type AnswerSink, type Give } from './ordered';
import { RequestSource } from './source';
import { withSink } from './sinks';

export interface RequestsOptions extends RenderingStrictness {
  /** The file of requests, or `-` for stdin. */
  readonly requests: string;
  /** The file that gets the answers; else they go to stdout. */
  readonly output?: string;
}

/** So many requests wait for their answers at most, so that a driver's process has always some to go on with. */
const MOST_WAITING = 512;
/** libvirt's programs are asked for so many at the same time. */
const MOST_VALIDATED = 64;

/** What is written for a request, as JSON, and what it counts as. */
interface Answer {
  readonly json: string;
  readonly kind: 'rendered' | 'warned' | 'failed';
}

/** One rendering of a target with many requests. */
class RequestsRun {
  readonly #source: RequestSource;
  readonly #batch: BatchRenderer;
  readonly #progress = new Progress(process.stderr);
  readonly #noted = new Set<string>();
  #answered = 0;
  #failed = 0;
  #warned = 0;

  constructor(
    renderer: Renderer,
    target: RenderTarget,
    private readonly options: RequestsOptions,
    private readonly signal: AbortSignal,
  ) {
    this.#source = new RequestSource(options.requests, signal);
    this.#batch = new BatchRenderer(renderer, target, options.validate === true, signal, (text) => {
      this.#say(text);
    });
  }

  /** Answers each request in turn. Gives the exit code: 1 if one failed. */
  async answerAll(sink: AnswerSink): Promise<0 | 1> {
    const ordered = new Ordered(sink, this.options.validate === true ? MOST_VALIDATED : MOST_WAITING);
    try {
      for await (const lines of this.#source.lines())
        for (const line of lines) {
          const room = this.#ask(ordered, line);
          if (room) await room;
        }
      await ordered.end();
    } finally {
      this.#progress.clear();
      await this.#batch.close();
    }
    if (this.signal.aborted) throw new CommandFailure('Interrupted: not all requests were rendered.', 1);
    this.#say(`${this.#summary()}.\n`);
    return this.#failed > 0 ? 1 : 0;
  }

  /** A line of nothing but blanks asks for nothing. */
  #ask(ordered: Ordered, line: Line): Promise<void> | undefined {
    if (line.text?.trim() === '') return undefined;
    return ordered.ask(line.text?.length ?? 0, (give) => {
      this.#answer(line, give);
    });
  }

  #answer({ number, text, fault = '' }: Line, give: Give): void {
    const name = `${this.#source.name}:${number}`;
    const settle = (rendering: () => BatchRendering): void => {
      give(() => this.#settle(rendering, name));
    };
    try {
      if (text === undefined) throw new RenderError(fault);
      this.#batch.render(text, name, settle);
    } catch (error) {
      settle(() => {
        throw error;
      });
    }
  }

  /** The line for a rendering, or for why there is none. */
  #settle(rendering: () => BatchRendering, name: string): string | Promise<string> {
    try {
      const rendered = rendering();
      if (rendered.kind === 'plain') return this.#line({ json: `{"xml":${rendered.json}}`, kind: 'rendered' });
      return this.#describe(rendered, name).then((answer) => this.#line(answer));
    } catch (error) {
      if (error instanceof RenderError) return this.#line(failed(`${name}: ${error.message}`));
      throw error;
    }
  }

  #line(answer: Answer): string {
    // What was cut short is no answer.
    if (this.signal.aborted) return '';
    this.#count(answer);
    return `${answer.json}\n`;
  }

  async #describe({ target, rendering }: Extract<BatchRendering, { kind: 'told' }>, name: string): Promise<Answer> {
    const lines = await renderingLines(rendering, this.options, this.signal, (text) => {
      if (!this.#noted.has(text)) this.#say(`vif: ${text}\n`);
      this.#noted.add(text);
    });
    const texts = lines.map((line) => ({ ...line, text: `${placeOf(line, target)}: ${line.message}` }));
    const errors = texts.filter(({ severity }) => severity === 'error').map(({ text }) => text);
    if (errors.length > 0) return failed(`${name}: ${errors.join('\n')}`);
    const { xml } = rendering;
    if (texts.length === 0) return { json: JSON.stringify({ xml }), kind: 'rendered' };
    return { json: JSON.stringify({ xml, warnings: texts.map(({ text }) => text) }), kind: 'warned' };
  }

  #count(answer: Answer): void {
    this.#answered++;
    if (answer.kind === 'failed') this.#failed++;
    if (answer.kind === 'warned') this.#warned++;
    this.#progress.show(() => {
      const { size, read } = this.#source;
      const share = size === undefined || size === 0 ? '' : ` (${Math.floor((100 * read) / size)} %)`;
      return `${this.#summary()}${share}`;
    });
  }

  #summary(): string {
    const warned = this.#warned === 0 ? '' : `, ${this.#warned} with warnings`;
    const requests = this.#answered === 1 ? 'request' : 'requests';
    return `${this.#answered} ${requests}: ${this.#answered - this.#failed} rendered${warned}, ${this.#failed} failed`;
  }

  /** Writes to stderr, where the line of progress gives way. */
  #say(text: string): void {
    this.#progress.clear();
    process.stderr.write(text);
  }
}

function failed(error: string): Answer {
  return { json: JSON.stringify({ error }), kind: 'failed' };
}

/** Renders a target with each request of a file, and writes an answer a line, in order. Gives the exit code: 1 if a request failed. */
export function renderRequests(
  renderer: Renderer,
  target: RenderTarget,
  options: RequestsOptions,
  signal: AbortSignal,
): Promise<0 | 1> {
  const run = new RequestsRun(renderer, target, options, signal);
  return withSink(options.output, (sink) => run.answerAll(sink));
}
