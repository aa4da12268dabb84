import type { DriverFailure } from '../driver/runner';

/** Why nothing can be rendered: one sentence or two that name the file and say what to do. */
export class RenderError extends Error {}

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
