import type { Value } from './values';

/** After how many paths the rest is not followed. */
const MAX_PATHS = 200;
/** A constant that may have more values than this is taken as all of them at once. */
const MAX_CHOICES = 4;

/** One way through the code, and what was decided on it wherever there was a choice. */
export class Path {
  /** Whether something was met that leaves open what the way comes to. */
  isUnclear = false;
  /** The keys that a dictionary was asked for before it had them. */
  readonly askedOutside = new Set<string>();
  /** What was taken at each choice, and out of how many. */
  readonly taken: number[] = [];
  private readonly counts: number[] = [];
  private readonly chosen = new Map<Value, Value>();

  constructor(private readonly planned: readonly number[]) {}

  /** Takes one of `count` choices: the last one, unless another one is planned. */
  decide(count: number): number {
    const choice = this.planned[this.taken.length] ?? count - 1;
    this.taken.push(choice);
    this.counts.push(count);
    return choice;
  }

  /** The one of `values` that a variable of a module has, which was set to `value`: the same one along the whole path. */
  constantOf(value: Value, values: Value): Value {
    const known = this.chosen.get(value);
    if (known) return known;
    const atoms = [...values];
    const isConstant = atoms.every(({ kind }) => kind === 'text' || kind === 'list');
    if (atoms.length < 2 || atoms.length > MAX_CHOICES || !isConstant) return values;
    const choice = this.decide(atoms.length);
    const chosen = new Set(atoms.slice(choice, choice + 1));
    this.chosen.set(value, chosen);
    return chosen;
  }

  /** The paths that part from this one behind what was planned, each at its first other choice. */
  *others(): Iterable<Path> {
    for (let at = this.planned.length; at < this.taken.length; at++) {
      const before = this.taken.slice(0, at);
      for (let choice = 0; choice + 1 < (this.counts[at] ?? 0); choice++) yield new Path([...before, choice]);
    }
  }
}

/**
 * Follows the paths through a piece of code, each once, those with the fewest turns first; `goOn` tells whether there is
 * to be one more. The answer is whether these were all.
 */
export function followPaths(follow: (path: Path) => void, goOn: () => boolean): boolean {
  const waiting = [new Path([])];
  let isWhole = true;
  // What is put into the list as it is gone through, is gone through too.
  for (const path of waiting) {
    if (!goOn()) return false;
    follow(path);
    for (const other of path.others()) {
      if (waiting.length === MAX_PATHS) isWhole = false;
      if (!isWhole) break;
      waiting.push(other);
    }
  }
  return isWhole;
}
