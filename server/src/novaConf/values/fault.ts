/** What is wrong with a value. */
export interface ValueFault {
  /** A sentence. */
  readonly message: string;
  /** What may stand there instead, where these are few. */
  readonly choices?: readonly string[];
  /** Whether it is the type that the value does not suit. Limits, choices and forms differ from one release to another. */
  readonly certain?: true;
  /** Whether another release is known to take the value. */
  readonly goodElsewhere?: true;
}
