import * as failure from './failure';
import type { ReadAnswer } from './hostAnswer';
import type { Ran } from './hosts';
import type { DriverFailure, DriverOutcome, RunnableDriver } from './runner';

/** What a run that ended so gives: the network dictionary, or why there is none. `timeLimit` is in ms. */
export function outcomeOf(driver: RunnableDriver, { ending, program = '' }: Ran, timeLimit: number): DriverOutcome {
  if (ending.kind === 'answered') return answeredOutcome(driver, ending.answer);
  return failed(failureOf(driver, ending, program, timeLimit));
}

function failureOf(
  driver: RunnableDriver,
  ending: Exclude<Ran['ending'], { kind: 'answered' }>,
  program: string,
  timeLimit: number,
): DriverFailure {
  switch (ending.kind) {
    case 'too-large':
      return failure.tooLarge(driver);
    case 'garbled':
      return failure.garbled(driver);
    case 'timed-out':
      return failure.timedOut(driver, timeLimit);
    case 'cancelled':
      return failure.cancelled(driver);
    case 'ended':
      return failure.ended(driver, ending.code, ending.signal);
    case 'refused':
      return failure.refused(driver, ending.why);
    case 'host-ended':
      return failure.hostEnded(driver, ending.signal);
    case 'crashing':
      return failure.crashing(driver);
    case 'no-program':
      return failure.noPython();
    case 'not-started':
      return failure.notStarted(driver, program, ending.why);
  }
}

function answeredOutcome(run: RunnableDriver, answer: ReadAnswer | undefined): DriverOutcome {
  switch (answer?.kind) {
    case undefined:
      return failed(failure.garbled(run));
    case 'returned':
      return { kind: 'returned', values: answer.values };
    case 'raised':
      return failed(failure.raised(answer));
    case 'no-class':
      return failed(failure.noClass(run, answer.holds));
    case 'no-method':
      return failed(failure.noMethod(run));
    case 'no-dictionary':
      return failed(failure.noDictionary(run, answer.method, answer.type));
    case 'key-refused':
      return failed(failure.keyRefused(run, answer.key, answer.type));
    case 'value-refused':
      return failed(failure.valueRefused(run, answer.key, answer.type));
    case 'nesting-refused':
      return failed(failure.nestingRefused(run, answer.key, answer.fault));
  }
}

/** A run that gave no network dictionary. */
export function failed(why: DriverFailure): DriverOutcome {
  return { kind: 'failed', failure: why };
}
