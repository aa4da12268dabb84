/** Where what is to be known of a rendering beside its result is written down: a terminal, or the log of an editor. */
export interface RenderingLog {
  /** Which driver is run, and what it writes to stdout and stderr. */
  info(text: string): void;
  /** How a driver failed, with its traceback. */
  error(text: string): void;
  /** Why something was left out that the user need not know of. */
  debug(text: string): void;
}
