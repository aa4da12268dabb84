import { isDictionary, isList, type PythonValue } from '../../pythonValue';
import type { ComparisonOperator } from '../expression';
import { Refusal } from './refusal';

const MAX_STEPS = 10_000_000;
const MAX_NESTING = 600;
/** This much of a text counts as one step. */
const TEXT_STEP = 1024;
/** This many items that are only copied count as one step. */
const ITEMS_STEP = 16;

/** How much a rendering may still do: it ends, whatever the template says. */
export class Budget {
  #steps = MAX_STEPS;
  readonly #weights = new WeakMap<object, Weight>();

  /** Takes a number of steps. */
  spend(steps: number): void {
    this.#steps -= steps;
    if (this.#steps < 0) throw new Refusal('The template does not end within ten million steps.');
  }

  /** Takes the steps of going through a whole value, with all that lies in it. */
  spendOn(value: PythonValue): void {
    this.spend(this.#weightOf(value, 0).steps);
  }

  /** Takes the steps of making a text or a list, or of going through its characters or items alone. */
  spendOnCopying(value: PythonValue): void {
    if (typeof value === 'string') this.spend(value.length / TEXT_STEP);
    else if (isList(value)) this.spend(value.length / ITEMS_STEP);
  }

  /** Takes the steps of a comparison: two values differ in length, or one ends where the other does. */
  spendOnComparing(operator: ComparisonOperator, left: PythonValue, right: PythonValue): void {
    if (operator === 'is' || operator === 'is not') return;
    const [steps, ofRight] = [this.#weightOf(left, 0).steps, this.#weightOf(right, 0).steps];
    if (operator !== 'in' && operator !== 'not in') this.spend(Math.min(steps, ofRight));
    else if (isList(right)) this.spend(Math.min(steps * right.length, ofRight));
    else this.spend(isDictionary(right) ? steps : steps + ofRight);
  }

  /** A list that holds another one twice is counted twice, but gone through once. */
  #weightOf(value: PythonValue, nesting: number): Weight {
    if (typeof value === 'string') return { steps: 1 + value.length / TEXT_STEP, depth: 0 };
    if (!isList(value) && !isDictionary(value)) return { steps: 1, depth: 0 };
    const known = this.#weights.get(value);
    if (known && known.depth + nesting <= MAX_NESTING) return known;
    if (nesting > MAX_NESTING || known) throw new Refusal('The lists and dicts lie too deeply in each other.');
    let [steps, depth] = [1, 0];
    for (const item of value.values()) {
      const weight = this.#weightOf(item, nesting + 1);
      steps += weight.steps;
      depth = Math.max(depth, weight.depth + 1);
    }
    const weight = { steps, depth };
    this.#weights.set(value, weight);
    return weight;
  }
}

interface Weight {
  readonly steps: number;
  /** How many lists and dicts lie in each other below the value. */
  readonly depth: number;
}
