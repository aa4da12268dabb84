import { deepEqual, equal, fail, ok } from 'node:assert/strict';
import type { CheetahOutcome } from '../../../server/src/cheetah/rendering';
import type { PythonDictionary } from '../../../server/src/pythonValue';
import { rendered } from '../../unit/cheetah/rendered';
import type { CheetahAnswer, CheetahOracle } from './cheetahOracle';
import { reasonNotUnderstood } from './notUnderstood';

/** How often each thing happened that may happen. */
export class Tally {
  /** Both rendered, to the same bytes. */
  rendered = 0;
  /** Both refused, or ours left a placeholder where Cheetah's raised NotFound. */
  refused = 0;
  /** Ours refused what Cheetah's rendered, for a reason that the documentation names. */
  readonly notUnderstood = new Map<string, number>();
}

/** Renders a template with Cheetah and with ours, and fails where they differ. */
export async function judge(
  cheetah: CheetahOracle,
  source: string,
  searchList: PythonDictionary,
  tally: Tally,
): Promise<void> {
  const theirs = await cheetah.renderValues(source, searchList);
  const ours = rendered(source, searchList);
  if ('output' in theirs) judgeOutput(ours, theirs.output, source, tally);
  else judgeRefusal(ours, theirs, source, tally);
}

function judgeOutput(ours: CheetahOutcome, output: string, source: string, tally: Tally): void {
  if (ours.kind === 'refused') {
    const reason = reasonNotUnderstood(ours.message);
    const where = source.slice(ours.span.start, ours.span.end);
    ok(reason, `Cheetah renders this, and we refuse it: ${ours.message} At: ${where}\n${source}`);
    tally.notUnderstood.set(reason, (tally.notUnderstood.get(reason) ?? 0) + 1);
    return;
  }
  equal(ours.rendering.output, output, source);
  deepEqual(ours.rendering.notFound, [], source);
  tally.rendered++;
}

function judgeRefusal(ours: CheetahOutcome, theirs: CheetahAnswer, source: string, tally: Tally): void {
  tally.refused++;
  if (ours.kind === 'refused') return;
  if ('failed' in theirs && theirs.failed === 'NotFound' && ours.rendering.notFound.length > 0) return;
  fail(`Cheetah refuses this, and we render it: ${JSON.stringify(theirs)}\n${source}\n=> ${ours.rendering.output}`);
}
