import fc from 'fast-check';

/** How much one check of a target plays. */
export interface Amount {
  readonly seed: number;
  readonly numRuns: number;
}

/** What came of it. */
export interface Outcome {
  /** The edits that were played until the check ended. */
  readonly edits: number;
  /** What was found, as small as it could be made, and how to find it again; missing where nothing was. */
  readonly failure?: string;
}

/** Something that random texts and edits are played against. */
export interface Target {
  readonly name: string;
  readonly check: (amount: Amount) => Promise<Outcome>;
}

function reportOf<Case>(details: fc.RunDetails<Case>): string {
  const reason = details.errorInstance;
  return [fc.defaultReportMessage(details), reason instanceof Error ? reason.stack : String(reason)].join('\n');
}

/** A target out of what is played and how: `play` throws where something is wrong, else it gives the number of edits that it played. */
export function makeTarget<Case>(
  name: string,
  cases: fc.Arbitrary<Case>,
  play: (played: Case) => number | Promise<number>,
): Target {
  return {
    name,
    check: async (amount) => {
      let edits = 0;
      const property = fc.asyncProperty(cases, async (played) => {
        edits += await play(played);
      });
      const details = await fc.check(property, amount);
      return { edits, ...(details.failed && { failure: reportOf(details) }) };
    },
  };
}
