import type { Problem } from '../problems';
import type { Workspace } from '../workspace/workspace';
import { LiveRendering } from './liveRendering';
import type { RenderedState } from './renderedState';
import type { Renderer } from './renderer';
import { keyOf, nameOf, type RenderingName } from './renderingName';
import type { RenderingLog } from './renderingLog';
import type { RenderTarget } from './target';

/** What the renderings tell, as it happens. */
export interface RenderingEvents {
  /** A rendering looks different now. */
  changed(state: RenderedState): void;
  /** The problems of these files may be other ones. */
  problemsChanged(uris: readonly string[]): void;
  readonly log: RenderingLog;
}

/** The renderings that a user has asked for. They follow the texts until they are closed; a driver runs only when it is asked for. */
export class LiveRenderings {
  readonly #renderings = new Map<string, LiveRendering>();

  constructor(
    private readonly workspace: Workspace,
    private readonly renderer: () => Renderer,
    private readonly events: RenderingEvents,
  ) {}

  /** Runs the driver of a target and renders. Throws a RenderError where there is nothing to run. */
  async render(target: RenderTarget, signal: AbortSignal): Promise<RenderedState> {
    const renderer = this.renderer();
    const resolved = renderer.resolve(target);
    const key = keyOf(nameOf(resolved));
    const earlier = this.#renderings.get(key);
    earlier?.cancel();
    this.#renderings.delete(key);
    const wanted = { ...target, uri: resolved.view.uri };
    const rendering = new LiveRendering(this.workspace, renderer, wanted, resolved, earlier);
    this.#renderings.set(key, rendering);
    await this.#update(rendering, () => rendering.run(signal, this.events.log));
    this.#judge(rendering);
    return rendering.state;
  }

  close(name: RenderingName): void {
    this.#renderings.get(keyOf(name))?.cancel();
    this.#renderings.delete(keyOf(name));
  }

  closeAll(): void {
    for (const rendering of this.#renderings.values()) rendering.cancel();
    this.#renderings.clear();
  }

  /** What a rendering that is not closed looks like, and where each piece of it comes from. */
  last(name: RenderingName): Pick<LiveRendering, 'state' | 'traces'> | undefined {
    return this.#renderings.get(keyOf(name));
  }

  /** What the keys of a template stood for when it was last rendered, by the driver that was last asked for. */
  lastValues(uri: string, vifType: string): ReadonlyMap<string, string> | undefined {
    const rendered = [...this.#renderings.values()].filter(
      ({ state, values }) => values !== undefined && state.uri === uri && state.vifType === vifType,
    );
    return rendered.at(-1)?.values;
  }

  /** What the last renderings found in a file, each once: a branch and the whole file find the same. */
  problems(uri: string): readonly Problem[] {
    const found = [...this.#renderings.values()].flatMap((rendering) => rendering.problems(uri));
    const id = ({ code, span, message }: Problem): string => JSON.stringify([code, span.start, span.end, message]);
    return [...new Map(found.map((each) => [id(each), each])).values()];
  }

  /** Brings every rendering up to date after a change of a file's text. */
  touched(uri: string): void {
    const kind = this.workspace.kind(uri);
    for (const rendering of this.#renderings.values()) void this.#update(rendering, () => rendering.follow(uri, kind));
  }

  /** The output is shown before the judges have spoken. */
  #judge(rendering: LiveRendering): void {
    void this.#update(rendering, () => rendering.judge(this.events.log));
  }

  async #update(rendering: LiveRendering, change: () => RenderedState | Promise<RenderedState>): Promise<void> {
    const before = JSON.stringify(rendering.state);
    const state = await change();
    this.events.problemsChanged([state.uri, rendering.first.driver.lookup.view.uri]);
    if (JSON.stringify(state) !== before) this.events.changed(state);
  }
}
