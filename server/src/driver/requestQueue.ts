import type { RunEnding } from './hostRun';

/** A request that is not answered yet. */
export interface Asked {
  /** As JSON. */
  readonly json: string;
  readonly answer: (ending: RunEnding) => void;
  /** Whether it is handed over in a group of its own. */
  isApart: boolean;
}

/** So many requests are handed over together at most: by then, what that costs is little for each. */
const MOST_TOGETHER = 64;
/** Those of a group have so many characters together, unless one alone has more. */
const FULL = 64 * 1024;

/**
 * The requests that are not answered, in their order: first those that a host was handed, in groups, then those that wait. Of a group
 * that a host leaves unanswered nobody may know which one it was that ended the host: those are handed over one at a time then.
 */
export class RequestQueue {
  /** What is left of each group. */
  #handed: Asked[][] = [];
  #waiting: Asked[] = [];
  #isFirstKnown = false;

  get groups(): number {
    return this.#handed.length;
  }

  /** How many of the group under way are not answered. */
  get underWay(): number {
    return this.#handed[0]?.length ?? 0;
  }

  /** Whether the first one is the one that runs, for certain. */
  get isFirstRunning(): boolean {
    return this.underWay === 1 || this.#isFirstKnown;
  }

  /** All before the one that runs are answered. */
  firstIsRunning(): void {
    this.#isFirstKnown = true;
  }

  add(asked: Asked): void {
    this.#waiting.push(asked);
  }

  /** The next group, which is handed over by that; `undefined` where none waits. */
  next(): readonly Asked[] | undefined {
    if (this.#waiting.length === 0) return undefined;
    const group = this.#waiting.splice(0, this.#together());
    this.#handed.push(group);
    return group;
  }

  /** Takes the first ones of the group under way away: they are answered. */
  take(count: number): readonly Asked[] {
    this.#isFirstKnown = false;
    const [group = []] = this.#handed;
    const taken = group.splice(0, count);
    if (group.length === 0) this.#handed.shift();
    return taken;
  }

  /** Those of the group under way are handed over one at a time the next time. */
  setApart(): void {
    for (const each of this.#handed[0] ?? []) each.isApart = true;
  }

  /** What was handed over waits again. */
  takeBack(): void {
    this.#waiting = [...this.#handed.flat(), ...this.#waiting];
    this.#handed = [];
    this.#isFirstKnown = false;
  }

  /** Takes all away. */
  takeAll(): readonly Asked[] {
    this.takeBack();
    return this.#waiting.splice(0);
  }

  /** How many of those that wait make a group. */
  #together(): number {
    let size = 0;
    let count = 0;
    for (const { json, isApart } of this.#waiting) {
      size += json.length;
      if (count > 0 && (isApart || count === MOST_TOGETHER || size > FULL)) break;
      count++;
      if (isApart) break;
    }
    return count;
  }
}
