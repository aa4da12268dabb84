import type { DriverRunner, Print, Request } from '../driver/runner';
import type { Judges } from '../judges/judge';
import type { VifRequest } from '../request/vifRequest';
import type { Workspace } from '../workspace/workspace';
import type { DriverResult } from './driverResult';
import { DriverRuns, type OpenRuns } from './driverRuns';
import { renderCheetahFile } from './cheetahRendering';
import { PlainRenderer } from './plainRendering';
import { Requests, type RequestFinder } from './requests';
import { resolveTarget, type RenderTarget, type ResolvedTarget } from './target';
import type { PreparedTemplate, TemplateRendering } from './templateRendering';
import { toldVifType } from './toldVifType';

/** Runs drivers and renders templates with what they return. Every fault is thrown as a RenderError. */
export class Renderer {
  readonly #requests: Requests;
  readonly #runs: DriverRuns;

  /** `readDefaultRequest` gives the text of the request that ships; `judges` judge what is rendered, where there are any. */
  constructor(
    private readonly workspace: Workspace,
    private readonly runner: DriverRunner,
    readDefaultRequest: () => string,
    readonly judges?: Judges,
  ) {
    this.#requests = new Requests(workspace, readDefaultRequest);
    this.#runs = new DriverRuns(workspace, runner);
  }

  /** Finds out what a target stands for, as the texts are now. Its driver can be run. `requests` finds its request, elsewhere than among the files. */
  resolve(target: RenderTarget, requests: RequestFinder = this.#requests): ResolvedTarget {
    const resolved = resolveTarget(this.workspace, requests, target);
    this.#runs.requireRunnable(resolved.driver);
    return resolved;
  }

  /** Runs the driver of a target on its request. */
  async run(target: ResolvedTarget, signal: AbortSignal, print: Print): Promise<DriverResult> {
    const request = target.request.read();
    const nics = await this.#runs.run(target.driver, nicsOf(target, request), signal, print);
    return { nics, template: request.template };
  }

  /** Opens the driver of a target for many requests. */
  open({ driver }: ResolvedTarget, signal: AbortSignal, print: Print): OpenRuns {
    return this.#runs.open(driver, signal, print);
  }

  /** Makes the template of a target ready. Throws a RenderError where it is not sound. */
  prepare(target: ResolvedTarget): PreparedTemplate {
    const { file, uri } = target.view;
    const { computeKeys } = this.workspace.views.settingsOf(uri);
    return file.dialect === 'cheetah'
      ? { fillJson: () => undefined, render: (result) => renderCheetahFile(target, file, result, computeKeys) }
      : new PlainRenderer(target, computeKeys);
  }

  /** Renders the template of a target with what its driver returned. */
  render(target: ResolvedTarget, result: DriverResult): TemplateRendering {
    return this.prepare(target).render(result);
  }

  /** Ends what is kept ready for the next run. */
  dispose(): void {
    this.runner.dispose();
  }
}

/** What the driver of a target is run with, for each interface that its template needs. */
export function nicsOf(target: ResolvedTarget, { nic, nics }: VifRequest): readonly Request[] {
  return (target.view.file.dialect === 'cheetah' ? nics : [nic]).map((each) => toldVifType(target, each));
}
