/** Why a command could not do what it was asked; the process ends with `exitCode`. */
export class CommandFailure extends Error {
  constructor(
    message: string,
    /** 1: there is an error in what was looked at. 2: it could not run. */
    readonly exitCode: 1 | 2,
  ) {
    super(message);
  }
}

/** Nobody reads the answers any more, of which there are more to come: the command ends, and there is nothing to say of it. */
export class ReaderGone extends Error {}
