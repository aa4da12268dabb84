import type { Condition } from '../conditions';
import { common, MOST_WAYS, TooTangled, waysTo, without, type Assumptions } from './assumptions';
import type { OpenElement } from './openElements';

/** How things may stand at a place of the file: the elements that are open under what the conditions before it say. */
export interface State {
  readonly open: OpenElement | undefined;
  /** What was open where the innermost loop was entered: that is to be open at its end again. */
  readonly atLoop: OpenElement | undefined;
  readonly assumptions: Assumptions;
  /** Which of the states it comes from in which the innermost condition was entered. */
  readonly origin: number;
}

/** More ways through a file are not followed: nothing is said then. */
const MOST_STATES = 64;

/** The states behind a condition that has this outcome. */
export function passing(state: State, condition: Condition, outcome: boolean): readonly State[] {
  return waysTo(state.assumptions, condition, outcome).map((assumptions) => ({ ...state, assumptions }));
}

/** A state after something else was assigned to names. */
export function forget(state: State, names: ReadonlySet<string>): State {
  return { ...state, assumptions: without(state.assumptions, names) };
}

/** The states behind a condition. Where it leaves what is open as it was, it does not matter which of its ways were taken. */
export function leaving(states: readonly State[], entering: readonly State[]): readonly State[] {
  return entering.flatMap((before, origin) => {
    const own = states.filter((state) => state.origin === origin).map((state) => ({ ...state, origin: before.origin }));
    const isUnchanged = own.length > 0 && own.every((state) => idOf(state) === idOf(before));
    return isUnchanged ? [own.reduce(both)] : own;
  });
}

/** States with the same open elements are one state, which assumes what all of them do, where there are too many of them to tell the ways to them apart. */
export function merge(states: readonly State[]): readonly State[] {
  if (states.length < 2) return states;
  const byElements = new Map<string, State[]>();
  for (const state of states) {
    const id = idOf(state);
    const alike = byElements.get(id);
    if (alike) alike.push(state);
    else byElements.set(id, [state]);
  }
  const merged = [...byElements.values()].flatMap((alike) => (alike.length > MOST_WAYS ? [alike.reduce(both)] : alike));
  if (merged.length > MOST_STATES) throw new TooTangled();
  return merged;
}

function idOf({ open, atLoop, origin }: State): string {
  return `${open?.id ?? 0} ${atLoop?.id ?? 0} ${origin}`;
}

function both(one: State, other: State): State {
  return { ...one, assumptions: common(one.assumptions, other.assumptions) };
}
