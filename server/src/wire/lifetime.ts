/** The end of the server, which comes with that of its client. */
export interface Lifetime {
  /** Ends the server; `code` is 0 where the client has shut it down before. */
  end(code: 0 | 1): void;
  /** Calls `end` when there is no such process any more. */
  endsWith(processId: number, end: () => void): void;
}
