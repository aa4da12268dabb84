import { URI } from 'vscode-uri';
import { baseName, findTemplate } from '../check/view';
import { nestedType, valueRefused } from '../driver/failure';
import type { DriverRunner } from '../driver/runner';
import type { Problem } from '../problems';
import type { PythonDictionary } from '../pythonValue';
import { renderTemplate, type Rendering } from '../render/render';
import type { NicRequest } from '../request/vifRequest';
import type { Template } from '../template/templateFile';
import { lineAt } from '../text/lines';
import { overlaps } from '../text/span';
import type { Workspace } from '../workspace/workspace';
import { CANNOT_RUN, DriverError, RenderError } from './renderError';
import { Requests } from './requests';
import { resolveTarget, type RenderTarget, type ResolvedTarget, type TargetDriver } from './target';
import { collectValues, isNested } from './values';

/** What a driver returned for the interface of a request. */
export interface DriverResult {
  readonly nic: NicRequest;
  readonly values: PythonDictionary;
}

/** A rendering with the values that it was made of. */
export interface TemplateRendering extends Rendering {
  readonly values: ReadonlyMap<string, string>;
}

/** Runs drivers and renders templates with what they return. Every fault is thrown as a RenderError. */
export class Renderer {
  readonly #requests: Requests;

  /** `readDefaultRequest` gives the text of the request that ships. */
  constructor(
    private readonly workspace: Workspace,
    private readonly runner: DriverRunner,
    readDefaultRequest: () => string,
  ) {
    this.#requests = new Requests(workspace, readDefaultRequest);
  }

  /** Finds out what a target stands for, as the texts are now. */
  resolve(target: RenderTarget): ResolvedTarget {
    return resolveTarget(this.workspace, this.#requests, target);
  }

  /** Runs the driver of a target on its request. */
  async run(target: ResolvedTarget, signal: AbortSignal, print: (text: string) => void): Promise<DriverResult> {
    const { driver } = target;
    const { uri, language } = driver.lookup.view;
    const [moduleUri = uri] = driver.lookup.through;
    if (![uri, moduleUri].every((each) => isOnMachine(URI.parse(each)))) throw new RenderError(CANNOT_RUN);
    const { instance, nic } = target.request.read();
    const outcome = await this.runner.run(
      {
        language,
        file: URI.parse(moduleUri).fsPath,
        classFile: URI.parse(uri).fsPath,
        module: driver.module,
        className: driver.className,
        searchPath: driver.searchFolders
          .map((folder) => URI.parse(folder))
          .filter(isOnMachine)
          .map(({ fsPath }) => fsPath),
        request: { instance, ...nic },
        unsaved: this.workspace.unsavedTexts(),
      },
      signal,
      print,
    );
    if (outcome.kind === 'returned') return { nic, values: outcome.values };
    const { failure } = outcome;
    const message =
      failure.reason === 'raised' ? `The driver ${driver.name} failed: ${failure.message}` : failure.message;
    throw new DriverError(message, uri, failure);
  }

  /** Renders the template of a target with what its driver returned. */
  render({ view, vifType, driver }: ResolvedTarget, { nic, values }: DriverResult): TemplateRendering {
    const template = findTemplate(view, vifType);
    if (!template) throw new RenderError(`${baseName(view.uri)} has no template for the VIF type '${vifType}'.`);
    const fault = view.file.problems.find((problem) => breaks(problem, template));
    if (fault || !template.interfaceSpan) {
      const line = lineAt(view.text, fault?.span.start ?? template.span.start) + 1;
      throw new RenderError(
        `${baseName(view.uri)}, line ${line}: ${fault?.message ?? 'The template holds no <interface> and no <hostdev>.'}`,
      );
    }
    refuseNested(template, values, driver);
    const { computeKeys } = this.workspace.views.settingsOf(view.uri);
    const filling = collectValues(values, nic, computeKeys);
    const rendering = renderTemplate(view.text, template, filling);
    return { ...rendering, values: new Map([...filling].map(([key, { text }]) => [key, text])) };
  }
}

/** Throws where a placeholder stands for a list or a dictionary: a plain template has no text for it. */
function refuseNested({ placeholders }: Template, values: PythonDictionary, driver: TargetDriver): void {
  const key = placeholders.map((placeholder) => placeholder.key).find((name) => isNested(values.get(name)));
  if (key === undefined) return;
  const { uri, language } = driver.lookup.view;
  const refused = valueRefused({ ...driver, language }, key, nestedType(language, values.get(key) ?? null));
  throw new DriverError(refused.message, uri, refused);
}

/** Whether a file or folder is there for a process, and not only for an editor. */
function isOnMachine({ scheme }: URI): boolean {
  return scheme === 'file';
}

/** Whether a problem of the text leaves no sound interface to render. */
function breaks({ severity, span }: Problem, { interfaceSpan, span: whole }: Template): boolean {
  return severity === 'error' && overlaps(span, interfaceSpan ?? whole);
}
