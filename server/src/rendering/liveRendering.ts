import { baseName } from '../check/view';
import { problem, type Problem } from '../problems';
import type { Trace } from '../render/trace';
import { lineSpan } from '../text/lines';
import type { Place } from '../text/span';
import type { FileKind } from '../workspace/fileKind';
import type { Workspace } from '../workspace/workspace';
import { DriverError, RenderError } from './renderError';
import type { DriverResult } from './driverResult';
import type { Renderer } from './renderer';
import { askJudges } from './complaints';
import { nameOf, type RenderingName } from './renderingName';
import { piecesOf, problemsInOutput, providerOf, type Piece } from './pieces';
import { RunInputs, type Outdated } from './runInputs';
import type { RenderingLog } from './renderingLog';
import type { RenderTarget, ResolvedTarget } from './target';
import { consequenceOf, type Judged, type TemplateRendering, type Unfilled } from './templateRendering';

/** A piece with where the driver's source provides its key; `null` where that is not known. */
export interface ProvidedPiece extends Piece {
  readonly provider: Place | null;
}

/** The state of one rendering: what the user sees of it. */
export interface RenderedState extends RenderingName {
  /** The interface XML, the last good one where `stale` is set; `null` while there was none yet. */
  readonly xml: string | null;
  /** Whether `xml` is not what the texts give now. */
  readonly stale: boolean;
  /** What went wrong since `xml` was rendered. */
  readonly message: string | null;
  /** What has changed since the driver was last run. */
  readonly outdated: Outdated | null;
  /** The values in `xml`. */
  readonly pieces: readonly ProvidedPiece[];
  /** The problems of `xml`, with their places in it. */
  readonly problems: readonly Problem[];
  /** The placeholders of `xml` that nothing filled, with where they stand in the template file. */
  readonly unfilled: readonly Unfilled[];
}

/** Problems that a rendering found in a file; they hold while the file's text is the same. */
interface FoundProblems {
  readonly uri: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

function unfilledProblems({ unfilled }: TemplateRendering, driver: string): readonly Problem[] {
  return unfilled.map((each) =>
    problem(
      'render.unfilled',
      each.span,
      `Nothing filled '${each.key}' when the driver ${driver} was last run: ${consequenceOf(each)}`,
    ),
  );
}

/** What libvirt rejects of the output, but for what the template says already in the same place. */
function unsaid(rejected: readonly Problem[], said: readonly Problem[]): readonly Problem[] {
  const places = new Set(said.map(({ span }) => `${span.start} ${span.end}`));
  return rejected.filter(({ span }) => !places.has(`${span.start} ${span.end}`));
}

/** One template with one driver, rendered on request, and with what the driver returned then again when its text changes. The last good output is kept. */
export class LiveRendering {
  state: RenderedState;
  /** What the keys stood for in the last rendering. */
  values: ReadonlyMap<string, string> | undefined;
  /** Where each piece of the last output comes from. */
  traces: readonly Trace[] = [];
  #result: DriverResult | undefined;
  #inputs: RunInputs | undefined;
  #found: readonly FoundProblems[] = [];
  #pieces: readonly Piece[];
  #running: AbortController | undefined;
  /** What libvirt's judges can be asked of what was rendered last, where all of it was filled in and our own model has nothing against it. */
  #whole: readonly Judged[] | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly renderer: Renderer,
    readonly target: RenderTarget,
    /** What the target stood for when it was asked for. */
    readonly first: ResolvedTarget,
    /** The state of the rendering that this one follows: its output is kept until there is another. */
    earlier?: RenderedState,
  ) {
    this.#pieces = earlier?.pieces ?? [];
    this.state = earlier ?? {
      ...nameOf(first),
      xml: null,
      stale: false,
      message: null,
      outdated: null,
      pieces: [],
      problems: [],
      unfilled: [],
    };
  }

  /** Runs the driver, then renders. A run that is still under way is ended. */
  async run(signal: AbortSignal, log: RenderingLog): Promise<RenderedState> {
    this.cancel();
    const running = new AbortController();
    this.#running = running;
    this.#result = undefined;
    try {
      const resolved = this.#resolve();
      this.#inputs = new RunInputs(this.workspace, resolved);
      log.info(`The driver ${resolved.driver.name} is run for ${baseName(resolved.view.uri)}.`);
      const print = (text: string): void => {
        log.info(text);
      };
      this.#result = await this.renderer.run(resolved, AbortSignal.any([signal, running.signal]), print);
    } catch (error) {
      if (error instanceof DriverError) log.error(`${error.message}\n${error.failure.traceback ?? ''}`);
      if (running === this.#running) this.#fail(error);
      return this.state;
    }
    if (running === this.#running) this.#render();
    return this.state;
  }

  /** Goes along with the change of a file. The driver is not run: what it would be run with is only compared with the last time. */
  follow(uri: string, kind: FileKind | undefined): RenderedState {
    this.#inputs?.touched(uri, kind);
    if (kind === 'nova-conf' || uri === this.state.uri) this.#render();
    else this.#set({});
    return this.state;
  }

  /** Ends the run that is under way, if there is one. */
  cancel(): void {
    this.#running?.abort();
    this.#running = undefined;
  }

  /** Renders with what the driver returned when it was last run. */
  #render(): void {
    try {
      if (this.#result) this.#show(this.#resolve(), this.#result);
    } catch (error) {
      this.#fail(error);
    }
  }

  /** Asks libvirt's own judges, where the machine has them, what they say of an output that is whole and that we find no fault with. */
  async judge(log: RenderingLog): Promise<RenderedState> {
    const [found] = this.#found;
    const { xml } = this.state;
    const { judges } = this.renderer;
    const shown = this.#whole;
    if (!judges || !shown || !found || !this.#running || xml === null) return this.state;
    const { problems, unasked } = await askJudges(judges, shown, this.#running.signal);
    for (const { program, unasked: why = '' } of unasked)
      log.debug(`${program} was not asked about ${baseName(this.state.uri)}: ${why}.`);
    if (this.#whole !== shown) return this.state;
    this.#found = [{ ...found, problems: [...found.problems, ...problems] }];
    this.#set({ problems: [...this.state.problems, ...problemsInOutput(xml, this.traces, problems)] });
    return this.state;
  }

  /** What the last rendering found in a file, as long as its text is the same. */
  problems(uri: string): readonly Problem[] {
    return this.#found
      .filter((found) => found.uri === uri && found.text === this.workspace.files.text(uri))
      .flatMap(({ problems }) => problems);
  }

  /** The target as the texts are now; another driver or VIF type than the first is another rendering. */
  #resolve(): ResolvedTarget {
    const resolved = this.renderer.resolve(this.target);
    const { vifType, driver } = resolved;
    const advice = 'Render the template again to see what it gives.';
    if (driver.name !== this.first.driver.name)
      throw new RenderError(`nova.conf selects the driver ${driver.name} now. ${advice}`);
    if (vifType !== this.first.vifType)
      throw new RenderError(`The VIF type that is selected now is '${vifType}'. ${advice}`);
    return resolved;
  }

  /** The target as the texts are now, whatever it is; `undefined` where a part of it is missing. */
  #now(): ResolvedTarget | undefined {
    try {
      return this.renderer.resolve(this.target);
    } catch (error) {
      if (error instanceof RenderError) return undefined;
      throw error;
    }
  }

  #set(changes: Partial<Pick<RenderedState, 'xml' | 'message' | 'unfilled' | 'problems'>>): void {
    const now = this.#now();
    const declaration = now?.driver.name === this.first.driver.name ? now.driver.lookup.declaration : undefined;
    const pieces = this.#pieces.map((each) => ({
      ...each,
      provider: declaration ? providerOf(each, declaration) : null,
    }));
    const outdated = this.#inputs?.outdated(now?.request) ?? null;
    const next = { ...this.state, ...changes, pieces, outdated };
    this.state = { ...next, stale: next.xml !== null && (next.message !== null || outdated !== null) };
  }

  #show(resolved: ResolvedTarget, result: DriverResult): void {
    const { view, driver } = resolved;
    const rendering = this.renderer.render(resolved, result);
    const { xml, unfilled, traces } = rendering;
    const rejected = unsaid(rendering.rejected, view.deviceProblems);
    const problems = [...unfilledProblems(rendering, driver.name), ...rendering.problems, ...rejected];
    const isWhole = [unfilled, rendering.problems, rendering.rejected].every(({ length }) => length === 0);
    this.#whole = isWhole ? rendering.judged : undefined;
    this.values = rendering.values;
    this.traces = traces;
    this.#found = [{ uri: view.uri, text: view.text, problems }];
    this.#pieces = piecesOf(view, rendering);
    const said = [...unfilledProblems(rendering, driver.name), ...rendering.problems, ...rendering.rejected];
    this.#set({ xml, message: null, unfilled, problems: problemsInOutput(xml, traces, said) });
  }

  #fail(error: unknown): void {
    if (!(error instanceof RenderError)) throw error;
    this.#whole = undefined;
    this.#set({ message: error.message });
    if (error instanceof DriverError) this.#found = this.#driverProblem(error);
  }

  #driverProblem({ uri, failure }: DriverError): readonly FoundProblems[] {
    const text = this.workspace.files.text(uri);
    if (text === undefined || failure.line === undefined) return [];
    const message = `${baseName(uri)} failed when it was last run: ${failure.message}`;
    return [{ uri, text, problems: [problem('driver.failed', lineSpan(text, failure.line), message)] }];
  }
}
