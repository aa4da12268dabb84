import { distance } from 'fastest-levenshtein';

/** Shorter names lie too near to one another to be told apart by their spelling. */
const SHORTEST = 5;
/** From this length on, two letters may be wrong, below it one. */
const LONG = 8;
const MOST = 2;

interface Candidate {
  readonly name: string;
  readonly letters: string;
  readonly alphabet: number;
}

/**
 * Makes the function that finds those of `names` that a text can be a slip of the pen for, the closest first. Case, dashes and
 * underscores are what one mistakes first, so they do not count.
 */
export function slipFinder(names: readonly string[]): (written: string) => readonly string[] {
  const byLength = new Map<number, Candidate[]>();
  for (const name of names) {
    const letters = lettersOf(name);
    const candidate = { name, letters, alphabet: alphabetOf(letters) };
    const others = byLength.get(letters.length);
    if (others) others.push(candidate);
    else byLength.set(letters.length, [candidate]);
  }
  return (written) => {
    const text = lettersOf(written);
    const alphabet = alphabetOf(text);
    const lengths = Array.from({ length: 2 * MOST + 1 }, (_, index) => text.length - MOST + index);
    return lengths
      .flatMap((length) => byLength.get(length) ?? [])
      .filter((candidate) => isSlip(text, alphabet, candidate))
      .map(({ name }) => ({ name, far: distance(written, name) }))
      .sort((a, b) => a.far - b.far)
      .map(({ name }) => name);
  };
}

function isSlip(text: string, alphabet: number, candidate: Candidate): boolean {
  if (countBits(candidate.alphabet ^ alphabet) > 2 * MOST) return false;
  return distance(text, candidate.letters) <= allowance(Math.min(text.length, candidate.letters.length));
}

function allowance(length: number): number {
  if (length < SHORTEST) return 0;
  return length < LONG ? 1 : MOST;
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[_\- \t]/g, '');
}

/** Which letters a text has, a bit for each. A wrong letter changes two bits at most, which tells most names apart at once. */
function alphabetOf(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= 1 << (text.charCodeAt(at) % 32);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}
