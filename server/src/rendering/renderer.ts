import type { DriverRunner } from '../driver/runner';
import type { Judges } from '../judges/judge';
import type { Workspace } from '../workspace/workspace';
import type { DriverResult } from './driverResult';
import { DriverRuns } from './driverRuns';
import { renderCheetahFile } from './cheetahRendering';
import { renderPlain } from './plainRendering';
import { Requests } from './requests';
import { resolveTarget, type RenderTarget, type ResolvedTarget } from './target';
import type { TemplateRendering } from './templateRendering';
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

  /** Finds out what a target stands for, as the texts are now. Its driver can be run. */
  resolve(target: RenderTarget): ResolvedTarget {
    const resolved = resolveTarget(this.workspace, this.#requests, target);
    this.#runs.requireRunnable(resolved.driver);
    return resolved;
  }

  /** Runs the driver of a target on its request. */
  async run(target: ResolvedTarget, signal: AbortSignal, print: (text: string) => void): Promise<DriverResult> {
    const { driver, request } = target;
    const { instance, nic, nics, template } = request.read();
    const wanted = (target.view.file.dialect === 'cheetah' ? nics : [nic]).map((each) => toldVifType(target, each));
    return { nics: await this.#runs.run(driver, instance, wanted, signal, print), template };
  }

  /** Renders the template of a target with what its driver returned. */
  render(target: ResolvedTarget, result: DriverResult): TemplateRendering {
    const { file, uri } = target.view;
    const { computeKeys } = this.workspace.views.settingsOf(uri);
    return file.dialect === 'cheetah'
      ? renderCheetahFile(target, file, result, computeKeys)
      : renderPlain(target, result.nics, computeKeys);
  }

  /** Ends what is kept ready for the next run. */
  dispose(): void {
    this.runner.dispose();
  }
}
