import type { Print } from '../driver/runner';
import { parseRequest } from '../request/parseRequest';
import { quickRequest } from '../request/quickRequest';
import { requestedVifType, type VifRequest } from '../request/vifRequest';
import type { OpenRuns } from './driverRuns';
import { RenderError } from './renderError';
import { nicsOf, type Renderer } from './renderer';
import type { RenderTarget, ResolvedTarget } from './target';
import type { PreparedTemplate, TemplateRendering } from './templateRendering';

/** What one request of many gives. */
export type BatchRendering =
  /** The interface XML as a string of JSON: there is nothing to tell of it, and nobody asked what libvirt says of it. */
  | { readonly kind: 'plain'; readonly json: string }
  | { readonly kind: 'told'; readonly target: ResolvedTarget; readonly rendering: TemplateRendering };

/** What requests for the same VIF type have in common. */
interface Prepared {
  readonly target: ResolvedTarget;
  readonly template: PreparedTemplate;
  readonly runs: OpenRuns;
}

/** For so many VIF types templates are kept ready: more than nova has. */
const MOST_PREPARED = 64;

/**
 * Renders one target with many requests. What does not hang on a request is worked out once: the files are read, the template
 * compiled and the driver opened for all of them. A request that cannot be rendered costs no other.
 */
export class BatchRenderer {
  readonly #prepared = new Map<string | undefined, Prepared>();
  readonly #runs = new Map<string, OpenRuns>();

  /** With `whole`, each rendering is told of. `signal` cancels the runs; `print` gets what the driver prints. */
  constructor(
    private readonly renderer: Renderer,
    private readonly target: RenderTarget,
    private readonly whole: boolean,
    private readonly signal: AbortSignal,
    private readonly print: Print,
  ) {}

  /**
   * Renders with one request, the text of one request file; `name` is what messages call it. `give` gets what gives the rendering, or
   * throws a RenderError. Throws one at once where that shows before the driver runs.
   */
  render(text: string, name: string, give: (rendering: () => BatchRendering) => void): void {
    const request = readRequest(text);
    const { target, template, runs } = this.#prepare(request, name);
    runs.run(nicsOf(target, request), (results) => {
      give(() => {
        const nics = results();
        const json = this.whole ? undefined : template.fillJson(nics);
        if (json !== undefined) return { kind: 'plain', json };
        return { kind: 'told', target, rendering: template.render({ nics, template: request.template }) };
      });
    });
  }

  /** Ends the drivers. */
  async close(): Promise<void> {
    await Promise.all([...this.#runs.values()].map((runs) => runs.close()));
  }

  /** A request says no more of a target than the VIF type. */
  #prepare(request: VifRequest, name: string): Prepared {
    const vifType = requestedVifType(request);
    const known = this.#prepared.get(vifType);
    if (known) return known;
    const source = { name, text: () => undefined, read: () => request };
    const target = this.renderer.resolve(this.target, { of: () => source });
    const prepared = { target, template: this.renderer.prepare(target), runs: this.#open(target) };
    if (this.#prepared.size === MOST_PREPARED) this.#prepared.clear();
    this.#prepared.set(vifType, prepared);
    return prepared;
  }

  #open(target: ResolvedTarget): OpenRuns {
    const { module, className, lookup } = target.driver;
    const key = [lookup.view.uri, module, className].join('\n');
    const known = this.#runs.get(key);
    if (known) return known;
    const runs = this.renderer.open(target, this.signal, this.print);
    this.#runs.set(key, runs);
    return runs;
  }
}

function readRequest(text: string): VifRequest {
  const quick = quickRequest(text);
  if (quick) return quick;
  const parsed = parseRequest(text);
  if (parsed.kind === 'request') return parsed.request;
  throw new RenderError(`column ${parsed.span.start + 1}: ${parsed.message}`);
}
