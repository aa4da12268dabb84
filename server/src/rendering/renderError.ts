import type { DriverFailure } from '../driver/runner';

/** Why nothing can be rendered: one sentence or two that name the file and say what to do. */
export class RenderError extends Error {}

/** Why nothing can be rendered in a browser, or of files that only an editor has. Short: VS Code shows one line of it. */
export const CANNOT_RUN = 'No driver can be run here: open the folder on a machine.';

/** A rendering that was refused because nobody said that the workspace is trusted. */
export class UntrustedError extends RenderError {
  /** `file` is what was to be rendered. */
  constructor(file: string) {
    super(`Rendering ${file} runs a VIF driver, and this workspace is not trusted: trust it first.`);
  }
}

/** A driver that gave no network dictionary; `uri` is its source. */
export class DriverError extends RenderError {
  constructor(
    message: string,
    readonly uri: string,
    readonly failure: DriverFailure,
  ) {
    super(message);
  }
}
