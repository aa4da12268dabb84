import { URI } from 'vscode-uri';
import type { DriverOutcome, DriverRunner, Print, Request, RunnableDriver } from '../driver/runner';
import type { PythonDictionary } from '../pythonValue';
import type { Workspace } from '../workspace/workspace';
import { CANNOT_RUN, DriverError, RenderError } from './renderError';
import type { TargetDriver } from './target';

/** What a driver returned for one interface. */
export interface NicResult {
  readonly nic: Pick<Request, 'network' | 'mapping'>;
  readonly values: PythonDictionary;
}

/** A driver of a target that is run with many requests. */
export interface OpenRuns {
  /** Runs it once for each interface, after all that it was asked for before. `give` gets what gives the results, or throws a RenderError if a run gave no dictionary. */
  run(nics: readonly Request[], give: (results: () => readonly NicResult[]) => void): void;
  /** Ends what runs. */
  close(): Promise<void>;
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
    nics: readonly Request[],
    signal: AbortSignal,
    print: Print,
  ): Promise<readonly NicResult[]> {
    const runnable = this.#runnable(driver);
    const results: NicResult[] = [];
    for (const [index, nic] of nics.entries()) {
      const outcome = await this.runner.run({ ...runnable, request: nic }, signal, print);
      results.push(resultOf(driver, nic, outcome, entryOf(nics, index)));
    }
    return results;
  }

  /** Opens a driver that is runnable for many requests. */
  open(driver: TargetDriver, signal: AbortSignal, print: Print): OpenRuns {
    const open = this.runner.open(this.#runnable(driver), signal, print);
    return {
      run: (nics, give) => {
        const runs: { readonly nic: Request; readonly outcome: DriverOutcome }[] = [];
        const results = (): readonly NicResult[] =>
          runs.map(({ nic, outcome }, index) => resultOf(driver, nic, outcome, entryOf(nics, index)));
        for (const nic of nics)
          open.run(nic, (outcome) => {
            // They come in the order of the requests.
            runs.push({ nic, outcome });
            if (runs.length === nics.length) give(results);
          });
        if (nics.length === 0) give(results);
      },
      close: () => open.close(),
    };
  }

  /** Throws a RenderError where a driver lies in no file that a process could read. */
  requireRunnable(driver: TargetDriver): void {
    const { view, through } = driver.lookup;
    const [moduleUri = view.uri] = through;
    if (![view.uri, moduleUri].every((each) => isOnMachine(URI.parse(each)))) throw new RenderError(CANNOT_RUN);
  }

  #runnable(driver: TargetDriver): RunnableDriver {
    const { uri, language } = driver.lookup.view;
    const [moduleUri = uri] = driver.lookup.through;
    return {
      language,
      file: URI.parse(moduleUri).fsPath,
      classFile: URI.parse(uri).fsPath,
      module: driver.module,
      className: driver.className,
      searchPath: driver.searchFolders
        .map((folder) => URI.parse(folder))
        .filter(isOnMachine)
        .map(({ fsPath }) => fsPath),
      unsaved: this.workspace.unsavedTexts(),
    };
  }
}

/** Which of several interfaces a run was for, as the message of its failure goes on. */
function entryOf(nics: readonly Request[], index: number): string {
  return nics.length > 1 ? ` for entry ${index + 1} of "nics"` : '';
}

/** What a driver returned for an interface. Throws a RenderError where it returned no dictionary. */
function resultOf(driver: TargetDriver, nic: Request, outcome: DriverOutcome, which: string): NicResult {
  if (outcome.kind === 'failed') throw errorOf(driver, outcome, which);
  return { nic, values: outcome.values };
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
