import { baseName } from '../check/view';
import type { Problem } from '../problems';
import type { Trace } from '../render/trace';
import type { FileKind } from '../workspace/fileKind';
import type { Workspace } from '../workspace/workspace';
import { askJudges } from './complaints';
import type { DriverResult } from './driverResult';
import { foundInDriver, foundInTemplate, problemsOf, type FoundProblems } from './foundProblems';
import { piecesOf, problemsInOutput, providerOf, type Piece } from './pieces';
import { notRendered, type RenderedState } from './renderedState';
import { DriverError, RenderError } from './renderError';
import type { Renderer } from './renderer';
import { nameOf } from './renderingName';
import type { RenderingLog } from './renderingLog';
import { RunInputs } from './runInputs';
import type { RenderTarget, ResolvedTarget } from './target';
import type { Judged } from './templateRendering';

/** What a driver raises need not end as a sentence does. */
function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** A run of the driver. */
class Run {
  readonly controller = new AbortController();
  inputs: RunInputs | undefined;
}

/**
 * One template with one driver, rendered on request, and with what the driver returned then again when its text changes. The
 * last good output is kept, and what a run that gave nothing leaves in force: the values of the last run that went well.
 */
export class LiveRendering {
  state: RenderedState;
  /** What the keys stood for in the last rendering. */
  values: ReadonlyMap<string, string> | undefined;
  /** Where each piece of the last output comes from. */
  traces: readonly Trace[] = [];
  /** What the last run that went well returned. */
  #result: DriverResult | undefined;
  /** What the last run was started with. */
  #inputs: RunInputs | undefined;
  /** Why the last run gave nothing. */
  #failedRun: string | undefined;
  /** Why the template, as it is now, gives nothing with the result. */
  #fault: string | undefined;
  #inTemplate: FoundProblems | undefined;
  #inDriver: FoundProblems | undefined;
  #pieces: readonly Piece[] = [];
  #running: Run | undefined;
  /** What libvirt's judges can be asked of what was rendered last, where all of it was filled in and our own model has nothing against it. */
  #whole: readonly Judged[] | undefined;

  constructor(
    private readonly workspace: Workspace,
    private readonly renderer: Renderer,
    readonly target: RenderTarget,
    /** What the target stood for when it was asked for. */
    readonly first: ResolvedTarget,
    /** The rendering that this one follows: what it has is kept until there is something else. */
    earlier?: LiveRendering,
  ) {
    this.state = earlier?.state ?? notRendered(nameOf(first));
    if (!earlier) return;
    this.values = earlier.values;
    this.traces = earlier.traces;
    this.#result = earlier.#result;
    this.#inputs = earlier.#inputs;
    this.#failedRun = earlier.#failedRun;
    this.#fault = earlier.#fault;
    this.#inTemplate = earlier.#inTemplate;
    this.#inDriver = earlier.#inDriver;
    this.#pieces = earlier.#pieces;
  }

  /** Runs the driver, then renders. A run that is still under way is ended. */
  async run(signal: AbortSignal, log: RenderingLog): Promise<RenderedState> {
    this.cancel();
    const run = new Run();
    this.#running = run;
    try {
      const resolved = this.#resolve();
      run.inputs = new RunInputs(this.workspace, resolved);
      log.info(`The driver ${resolved.driver.name} is run for ${baseName(resolved.view.uri)}.`);
      const print = (text: string): void => {
        log.info(text);
      };
      const result = await this.renderer.run(resolved, AbortSignal.any([signal, run.controller.signal]), print);
      if (run === this.#running) this.#ran(run, result);
    } catch (error) {
      if (error instanceof DriverError) log.error(`${error.message}\n${error.failure.traceback ?? ''}`);
      if (run === this.#running) this.#failed(run, error);
    }
    return this.state;
  }

  /** Goes along with the change of a file. The driver is not run: what it would be run with is only compared with the last time. */
  follow(uri: string, kind: FileKind | undefined): RenderedState {
    this.#inputs?.touched(uri, kind);
    this.#running?.inputs?.touched(uri, kind);
    if (kind === 'nova-conf' || uri === this.state.uri) this.#render();
    else this.#set({});
    return this.state;
  }

  /** Ends the run that is under way, if there is one. */
  cancel(): void {
    this.#running?.controller.abort();
    this.#running = undefined;
  }

  /** Asks libvirt's own judges, where the machine has them, what they say of an output that is whole and that we find no fault with. */
  async judge(log: RenderingLog): Promise<RenderedState> {
    const { xml } = this.state;
    const { judges } = this.renderer;
    const found = this.#inTemplate;
    const shown = this.#whole;
    if (!judges || !shown || !found || !this.#running || xml === null) return this.state;
    const { problems, unasked } = await askJudges(judges, shown, this.#running.controller.signal);
    for (const { program, unasked: why = '' } of unasked)
      log.debug(`${program} was not asked about ${baseName(this.state.uri)}: ${why}.`);
    if (this.#whole !== shown) return this.state;
    this.#inTemplate = { ...found, problems: [...found.problems, ...problems] };
    this.#set({ problems: [...this.state.problems, ...problemsInOutput(xml, this.traces, problems)] });
    return this.state;
  }

  /** What the last rendering found in a file, as long as its text is the same. Of values that the last run did not confirm the template is not blamed. */
  problems(uri: string): readonly Problem[] {
    const found = [this.#failedRun === undefined ? this.#inTemplate : undefined, this.#inDriver];
    return found
      .filter((each) => each?.uri === uri && each.text === this.workspace.files.text(uri))
      .flatMap((each) => each?.problems ?? []);
  }

  #ran({ inputs }: Run, result: DriverResult): void {
    this.#result = result;
    this.#inputs = inputs;
    this.#failedRun = undefined;
    this.#inDriver = undefined;
    this.#render();
  }

  /** A run gave nothing: what the one before it gave stays in force, where there was one. */
  #failed({ inputs }: Run, error: unknown): void {
    if (!(error instanceof RenderError)) throw error;
    this.#inputs = inputs;
    const before = this.#result ? ' The values are those that the driver gave before.' : '';
    this.#failedRun = asSentence(error.message) + before;
    this.#inDriver = this.#foundIn(error);
    this.#render();
  }

  /** Renders with what the driver returned when it last returned anything. */
  #render(): void {
    try {
      if (this.#result) this.#show(this.#resolve(), this.#result);
      else this.#set({});
    } catch (error) {
      if (!(error instanceof RenderError)) throw error;
      this.#whole = undefined;
      this.#fault = error.message;
      this.#inTemplate = undefined;
      this.#inDriver = this.#foundIn(error) ?? this.#inDriver;
      this.#set({});
    }
  }

  #foundIn(error: RenderError): FoundProblems | undefined {
    return error instanceof DriverError ? foundInDriver(error, this.workspace.files.text(error.uri)) : undefined;
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

  #show(resolved: ResolvedTarget, result: DriverResult): void {
    const { view, driver } = resolved;
    const rendering = this.renderer.render(resolved, result);
    const { xml, unfilled, traces } = rendering;
    const isWhole = [unfilled, rendering.problems, rendering.rejected].every(({ length }) => length === 0);
    this.#whole = isWhole && this.#failedRun === undefined ? rendering.judged : undefined;
    this.values = rendering.values;
    this.traces = traces;
    this.#fault = undefined;
    this.#inTemplate = foundInTemplate(view, rendering, driver.name);
    this.#pieces = piecesOf(view, rendering);
    this.#set({ xml, unfilled, problems: problemsInOutput(xml, traces, problemsOf(rendering, driver.name)) });
  }

  #set(changes: Partial<Pick<RenderedState, 'xml' | 'unfilled' | 'problems'>>): void {
    const now = this.#now();
    const declaration = now?.driver.name === this.first.driver.name ? now.driver.lookup.declaration : undefined;
    const pieces = this.#pieces.map((each) => ({
      ...each,
      provider: declaration ? providerOf(each, declaration) : null,
    }));
    const outdated = this.#inputs?.outdated(now?.request) ?? null;
    const message = [this.#fault, this.#failedRun].filter((why) => why !== undefined).join(' ') || null;
    const next = { ...this.state, ...changes, pieces, outdated, message };
    this.state = { ...next, stale: next.xml !== null && (message !== null || outdated !== null) };
  }
}
