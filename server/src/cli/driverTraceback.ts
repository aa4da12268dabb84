import { installation } from '../installation';
import type { DriverError } from '../rendering/renderError';
import { isWithin } from '../workspace/files';
import { toUri } from './openWorkspace';

/** What the drivers that ship raise for people: the message says all that there is to know. */
const REFUSAL = /^(?:ValueError|NeutronError): /;

/** Whether a driver that ships refused what it was asked for, as it does by design. */
function isRefusal({ uri, failure }: DriverError): boolean {
  return isWithin(uri, toUri(installation.drivers)) && REFUSAL.test(failure.message);
}

/** What stands on stderr above the message of a driver that failed: its traceback, unless it is a refusal and nobody asked for more. */
export function tracebackOf(error: DriverError, verbose: boolean): string {
  return verbose || !isRefusal(error) ? (error.failure.traceback ?? '') : '';
}
