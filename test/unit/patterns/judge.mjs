// Reads regular expressions from stdin, and writes for each whether it takes more than linear time on some text: null, or why.
// recheck decides by automata; what those cannot express (looking around) scslre decides by the ways through the pattern.
import { Buffer } from 'node:buffer';

process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');
const { analyse } = await import('scslre');

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);

/** @param {{ source: string, flags: string }} pattern */
function verdictOf({ source, flags }) {
  const { status, complexity, attack, error } = checkSync(source, flags, { checker: 'automaton', timeout: null });
  if (status === 'safe') return null;
  if (status === 'vulnerable') return `${complexity.summary}, for one on ${attack.pattern}`;
  if (error.kind !== 'unsupported') return `not decided: ${error.kind}`;
  const [report] = analyse({ source, flags }).reports;
  return report === undefined ? null : `${report.exponential ? 'exponential' : 'polynomial'} (${report.type})`;
}

process.stdout.write(JSON.stringify(JSON.parse(Buffer.concat(chunks).toString()).map(verdictOf)));
