import type { Problem } from '../problems';
import type { FileKind } from '../workspace/fileKind';
import type { Workspace } from '../workspace/workspace';
import { LiveRendering, type RenderedState } from './liveRendering';
import type { Renderer } from './renderer';
import type { RenderTarget } from './target';

/** How long (ms) a driver's source must rest before it is run again: each run starts a process. */
const REST_BEFORE_RUN = 300;

/** What the renderings tell, as it happens. */
export interface RenderingEvents {
  /** A rendering looks different now. */
  changed(state: RenderedState): void;
  /** The problems of these files may be other ones. */
  problemsChanged(uris: readonly string[]): void;
  /** A driver wrote this to stdout or stderr. */
  print(text: string): void;
}

/** Which rendering: the answer to a render request names it. */
export interface RenderingName {
  readonly uri: string;
  readonly driver: string;
}

function keyOf({ uri, driver }: RenderingName): string {
  return `${uri}\n${driver}`;
}

/** The renderings that a user has asked for, one for each template file and driver. They follow their texts until they are closed. */
export class LiveRenderings {
  readonly #renderings = new Map<string, LiveRendering>();
  readonly #resting = new Map<LiveRendering, NodeJS.Timeout>();

  constructor(
    private readonly workspace: Workspace,
    private readonly renderer: () => Renderer,
    private readonly events: RenderingEvents,
  ) {}

  /** Runs the driver of a target and renders. Throws a RenderError where there is nothing to run. */
  async render(target: RenderTarget, signal: AbortSignal): Promise<RenderedState> {
    const renderer = this.renderer();
    const resolved = renderer.resolve(target);
    const key = keyOf({ uri: resolved.view.uri, driver: resolved.driver.name });
    const earlier = this.#renderings.get(key);
    if (earlier) this.#stop(earlier);
    this.#renderings.delete(key);
    const wanted = { ...target, uri: resolved.view.uri };
    const rendering = new LiveRendering(this.workspace, renderer, wanted, resolved, earlier?.state);
    rendering.values = earlier?.values;
    this.#renderings.set(key, rendering);
    await this.#update(rendering, () => rendering.run(signal, this.#print));
    this.#judge(rendering);
    return rendering.state;
  }

  close(name: RenderingName): void {
    const rendering = this.#renderings.get(keyOf(name));
    if (!rendering) return;
    this.#stop(rendering);
    this.#renderings.delete(keyOf(name));
  }

  closeAll(): void {
    for (const rendering of this.#renderings.values()) this.#stop(rendering);
    this.#renderings.clear();
  }

  /** What the keys of a template stood for when it was last rendered, by the driver that was last asked for. */
  lastValues(uri: string, vifType: string): ReadonlyMap<string, string> | undefined {
    const rendered = [...this.#renderings.values()].filter(
      ({ state, values }) => values !== undefined && state.uri === uri && state.vifType === vifType,
    );
    return rendered.at(-1)?.values;
  }

  /** What the last renderings found in a file. */
  problems(uri: string): readonly Problem[] {
    return [...this.#renderings.values()].flatMap((rendering) => rendering.problems(uri));
  }

  /** Brings every rendering up to date after a change of a file's text: a driver is run again when its source, a module it may import, or its request changed. */
  touched(uri: string): void {
    const kind = this.workspace.kind(uri);
    for (const rendering of this.#renderings.values()) {
      if (needsRun(kind, uri, rendering)) this.#runWhenRested(rendering);
      else if (kind === 'nova-conf' || uri === rendering.state.uri)
        void this.#update(rendering, () => rendering.render());
    }
  }

  readonly #print = (text: string): void => {
    this.events.print(text);
  };

  #runWhenRested(rendering: LiveRendering): void {
    clearTimeout(this.#resting.get(rendering));
    const timer = setTimeout(() => {
      this.#resting.delete(rendering);
      void this.#update(rendering, () => rendering.runAgain(this.#print)).then(() => {
        this.#judge(rendering);
      });
    }, REST_BEFORE_RUN);
    this.#resting.set(rendering, timer);
  }

  /** The output is shown before the judges have spoken. */
  #judge(rendering: LiveRendering): void {
    void this.#update(rendering, () => rendering.judge());
  }

  async #update(rendering: LiveRendering, change: () => RenderedState | Promise<RenderedState>): Promise<void> {
    const before = JSON.stringify(rendering.state);
    const state = await change();
    this.events.problemsChanged([state.uri, rendering.first.driver.lookup.view.uri]);
    if (JSON.stringify(state) !== before) this.events.changed(state);
  }

  #stop(rendering: LiveRendering): void {
    clearTimeout(this.#resting.get(rendering));
    this.#resting.delete(rendering);
    rendering.cancel();
  }
}

/** Whether a change of this file can change what the driver of a rendering returns. */
function needsRun(kind: FileKind | undefined, uri: string, { first }: LiveRendering): boolean {
  if (kind === 'request') return true;
  const isModule = kind === 'python' || kind === 'javascript';
  return isModule && first.driver.searchFolders.some((folder) => uri.startsWith(`${folder}/`));
}
