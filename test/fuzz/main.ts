import { parseArgs } from 'node:util';
import { targets } from './targets';

const ROUND = 200;

const { values } = parseArgs({
  options: {
    edits: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    target: { type: 'string', default: '' },
  },
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Plays rounds of every target, until as many edits were played as were asked for. Gives the exit code. */
async function fuzz(wanted: number, firstSeed: number): Promise<number> {
  const chosen = targets.filter(({ name }) => name.includes(values.target));
  const played = new Map(chosen.map(({ name }) => [name, 0]));
  const total = (): number => [...played.values()].reduce((sum, edits) => sum + edits, 0);
  const failures: string[] = [];
  if (chosen.length === 0) throw new Error(`No target is called ${values.target}.`);
  for (let seed = firstSeed; total() < wanted && failures.length === 0; seed++) {
    for (const { name, check } of chosen) {
      const { edits, failure } = await check({ seed, numRuns: ROUND });
      played.set(name, (played.get(name) ?? 0) + edits);
      if (failure !== undefined) failures.push(`${name}, seed ${seed}:\n${failure}`);
    }
    say(`seed ${seed}: ${total()} of ${wanted} edits`);
  }
  for (const [name, edits] of played) say(`${name}: ${edits} edits`);
  for (const failure of failures) say(failure);
  return failures.length > 0 ? 1 : 0;
}

process.on('unhandledRejection', (reason) => {
  say(`An unhandled rejection: ${String(reason)}`);
  process.exit(1);
});
void fuzz(Number(values.edits), Number(values.seed)).then((code) => process.exit(code));
