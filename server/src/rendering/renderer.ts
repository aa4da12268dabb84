import { URI } from 'vscode-uri';
import { baseName, findTemplate } from '../check/view';
import type { DriverRunner, Request } from '../driver/runner';
import type { Problem } from '../problems';
import { renderTemplate, type Rendering } from '../render/render';
import { parseRequest } from '../request/parseRequest';
import type { Template } from '../template/templateFile';
import { lineAt } from '../text/lines';
import { overlaps } from '../text/span';
import type { Workspace } from '../workspace/workspace';
import { CANNOT_RUN, DriverError, RenderError } from './renderError';
import type { ResolvedTarget } from './target';
import { collectValues } from './values';

/** What a driver returned for a request. */
export interface DriverResult {
  readonly request: Request;
  readonly values: ReadonlyMap<string, string | null>;
}

/** A rendering with the values that it was made of. */
export interface TemplateRendering extends Rendering {
  readonly values: ReadonlyMap<string, string>;
}

/** Runs drivers and renders templates with what they return. Every fault is thrown as a RenderError. */
export class Renderer {
  constructor(
    private readonly workspace: Workspace,
    private readonly runner: DriverRunner,
    /** Gives the text of the request that ships: it is used where no request lies near the template. */
    private readonly readDefaultRequest: () => string,
  ) {}

  /** Runs the driver of a target on its request. `requestUri` names another request than the nearest. */
  async run(
    target: ResolvedTarget,
    signal: AbortSignal,
    print: (text: string) => void,
    requestUri?: string,
  ): Promise<DriverResult> {
    const { driver, view } = target;
    const { uri, language } = driver.lookup.view;
    const [moduleUri = uri] = driver.lookup.through;
    if (![uri, moduleUri].every((each) => isOnMachine(URI.parse(each)))) throw new RenderError(CANNOT_RUN);
    const request = this.#readRequest(requestUri ?? this.workspace.views.requestFile(view.uri));
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
        request,
        unsaved: this.workspace.unsavedTexts(),
      },
      signal,
      print,
    );
    if (outcome.kind === 'returned') return { request, values: outcome.values };
    const { failure } = outcome;
    const message =
      failure.reason === 'raised' ? `The driver ${driver.name} failed: ${failure.message}` : failure.message;
    throw new DriverError(message, uri, failure);
  }

  /** Renders the template of a target with what its driver returned. */
  render({ view, vifType }: ResolvedTarget, { request, values }: DriverResult): TemplateRendering {
    const template = findTemplate(view, vifType);
    if (!template) throw new RenderError(`${baseName(view.uri)} has no template for the VIF type '${vifType}'.`);
    const fault = view.file.problems.find((problem) => breaks(problem, template));
    if (fault || !template.interfaceSpan) {
      const line = lineAt(view.text, fault?.span.start ?? template.span.start) + 1;
      throw new RenderError(
        `${baseName(view.uri)}, line ${line}: ${fault?.message ?? 'The template holds no <interface> and no <hostdev>.'}`,
      );
    }
    const { computeKeys } = this.workspace.views.settingsOf(view.uri);
    const filling = collectValues(values, request, computeKeys);
    const rendering = renderTemplate(view.text, template, filling);
    return { ...rendering, values: new Map([...filling].map(([key, { text }]) => [key, text])) };
  }

  #readRequest(uri: string | undefined): Request {
    if (uri === undefined) return requestIn(this.readDefaultRequest(), 'The request that ships');
    const text = this.workspace.files.text(uri);
    if (text === undefined) throw new RenderError(`The request ${baseName(uri)} cannot be read.`);
    return requestIn(text, baseName(uri));
  }
}

/** The request in a text; `name` is what a message calls it. */
function requestIn(text: string, name: string): Request {
  const parsed = parseRequest(text);
  if (parsed.kind === 'request') return parsed.request;
  throw new RenderError(`${name}, line ${lineAt(text, parsed.span.start) + 1}: ${parsed.message}`);
}

/** Whether a file or folder is there for a process, and not only for an editor. */
function isOnMachine({ scheme }: URI): boolean {
  return scheme === 'file';
}

/** Whether a problem of the text leaves no sound interface to render. */
function breaks({ severity, span }: Problem, { interfaceSpan, span: whole }: Template): boolean {
  return severity === 'error' && overlaps(span, interfaceSpan ?? whole);
}
