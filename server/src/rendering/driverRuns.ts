import { URI } from 'vscode-uri';
import type { DriverOutcome, DriverRunner, Request } from '../driver/runner';
import type { PythonDictionary } from '../pythonValue';
import type { NicRequest } from '../request/vifRequest';
import type { Workspace } from '../workspace/workspace';
import { CANNOT_RUN, DriverError, RenderError } from './renderError';
import type { TargetDriver } from './target';

/** What a driver returned for one interface. */
export interface NicResult {
  readonly nic: NicRequest;
  readonly values: PythonDictionary;
}

/** Runs the drivers of targets. */
export class DriverRuns {
  constructor(
    private readonly workspace: Workspace,
    private readonly runner: DriverRunner,
  ) {}

  /** Runs a driver that is runnable once for each interface, one after the other. Throws a RenderError at the first run that gives no dictionary. */
  async run(
    driver: TargetDriver,
    instance: PythonDictionary,
    nics: readonly NicRequest[],
    signal: AbortSignal,
    print: (text: string) => void,
  ): Promise<readonly NicResult[]> {
    const results: NicResult[] = [];
    for (const nic of nics) {
      const outcome = await this.#runOnce(driver, { instance, ...nic }, signal, print);
      if (outcome.kind === 'failed') {
        const which = nics.length > 1 ? ` for entry ${results.length + 1} of "nics"` : '';
        throw errorOf(driver, outcome, which);
      }
      results.push({ nic, values: outcome.values });
    }
    return results;
  }

  /** Throws a RenderError where a driver lies in no file that a process could read. */
  requireRunnable(driver: TargetDriver): void {
    const { view, through } = driver.lookup;
    const [moduleUri = view.uri] = through;
    if (![view.uri, moduleUri].every((each) => isOnMachine(URI.parse(each)))) throw new RenderError(CANNOT_RUN);
  }

  #runOnce(
    driver: TargetDriver,
    request: Request,
    signal: AbortSignal,
    print: (text: string) => void,
  ): Promise<DriverOutcome> {
    const { uri, language } = driver.lookup.view;
    const [moduleUri = uri] = driver.lookup.through;
    const run = {
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
    };
    return this.runner.run(run, signal, print);
  }
}

function errorOf(
  { name, lookup }: TargetDriver,
  { failure }: Extract<DriverOutcome, { kind: 'failed' }>,
  which: string,
): DriverError {
  const message =
    failure.reason === 'raised' ? `The driver ${name} failed${which}: ${failure.message}` : failure.message;
  return new DriverError(message, lookup.view.uri, failure);
}

/** Whether a file or folder is there for a process, and not only for an editor. */
function isOnMachine({ scheme }: URI): boolean {
  return scheme === 'file';
}
