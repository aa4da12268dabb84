import fc from 'fast-check';
import { arbitraryDevice } from './generate';
import { judge, type Verdict } from './judges';
import { findingsIn } from './read';
import { written, type Xml } from './xml';

/** What makes the devices: another seed makes others. */
export const SEED = 20261126;
/** How many are made; some are alike. */
export const COUNT = 13_000;

/** A kind of device that the model takes and libvirt does not. */
export interface Difference {
  /** What libvirt's parser says, with `…` for what it quotes; else that the schema alone rejects it. */
  readonly cause: string;
  readonly count: number;
  /** The shortest such device. */
  readonly example: string;
}

/** How the model and libvirt's judges agree over many devices. */
export interface Agreement {
  readonly devices: number;
  /** How many both judges accept, one of them alone, or neither. */
  readonly accepted: {
    readonly both: number;
    readonly schema: number;
    readonly parser: number;
    readonly neither: number;
  };
  /** Devices that both judges accept. */
  readonly sound: readonly Xml[];
  /** Those of them that the model finds fault with. */
  readonly falseAlarms: readonly string[];
  /** How many the model finds fault with. */
  readonly found: number;
  readonly missed: readonly Difference[];
}

function causeOf({ parser }: Verdict): string {
  return parser === undefined ? 'The schema alone rejects it.' : parser.replace(/'[^']*'/g, '…');
}

/** The devices of one cause each, those of the most frequent one first. */
function differences(missed: readonly (readonly [cause: string, device: string])[]): readonly Difference[] {
  const byCause = new Map<string, readonly string[]>();
  for (const [cause, device] of missed) byCause.set(cause, [...(byCause.get(cause) ?? []), device]);
  return [...byCause]
    .map(([cause, devices]) => {
      const [example = ''] = [...devices].sort((a, b) => a.length - b.length);
      return { cause, count: devices.length, example };
    })
    .sort((a, b) => b.count - a.count);
}

/** Makes devices and asks the model and both judges for each of them. */
export function compare(seed: number): Agreement {
  const made = fc.sample(arbitraryDevice, { seed, numRuns: COUNT });
  const devices = [...new Map(made.map((device) => [written(device), device]))];
  const verdicts = judge(devices.map(([text]) => text));
  const judged = devices.map(([text, device], index) => {
    const { schema, parser } = verdicts[index] ?? {};
    return { text, device, verdict: { schema, parser }, faulty: findingsIn(text).length > 0 };
  });
  const where = (schema: boolean, parser: boolean): typeof judged =>
    judged.filter(
      ({ verdict }) => (verdict.schema === undefined) === schema && (verdict.parser === undefined) === parser,
    );
  const sound = where(true, true);
  const rejected = judged.filter((one) => !sound.includes(one));
  return {
    devices: devices.length,
    accepted: {
      both: sound.length,
      schema: where(true, false).length,
      parser: where(false, true).length,
      neither: where(false, false).length,
    },
    sound: sound.map(({ device }) => device),
    falseAlarms: sound.filter(({ faulty }) => faulty).map(({ text }) => text),
    found: judged.filter(({ faulty }) => faulty).length,
    missed: differences(
      rejected.filter(({ faulty }) => !faulty).map(({ verdict, text }) => [causeOf(verdict), text] as const),
    ),
  };
}
