import type { Branch, CheetahFile, ConditionNode, LoopNode, Node } from '../../cheetah/syntax';
import type { Problem } from '../../problems';
import type { Tag } from '../../template/tags';
import { conditionOf, type Condition } from '../conditions';
import { assignedBy, withNested } from '../nodes';
import { common, MOST_WAYS, NO_ASSUMPTIONS, TooTangled, waysTo, without, type Assumptions } from './assumptions';
import { BalanceProblems } from './balanceProblems';
import { beyond, innermost, type OpenElement, OpenElements } from './openElements';
import { isInside, type Owner } from './owners';
import { UnreachableBranches } from './unreachable';

/** How things may stand at a place of the file: the elements that are open under what the conditions before it say. */
interface State {
  readonly open: OpenElement | undefined;
  /** What was open where the innermost loop was entered: that is to be open at its end again. */
  readonly atLoop: OpenElement | undefined;
  readonly assumptions: Assumptions;
  /** Which of the states it comes from in which the innermost condition was entered. */
  readonly origin: number;
}

/** What surrounds a list of nodes. */
interface Frame {
  readonly owner: Owner | undefined;
  /** How many directives the list stands in. */
  readonly depth: number;
}

/** More ways through a file are not followed: nothing is said then. */
const MOST_STATES = 64;
/** Directives that nest deeper are not followed. */
const MOST_DEPTH = 100;

/** Follows all ways through a file at once. */
class Walk {
  readonly #elements = new OpenElements();
  readonly #owners = new Map<Tag, Owner>();
  /** The branch that a tag's element was last closed in. */
  readonly #closedIn = new Map<Tag, Owner | undefined>();
  #nextTag = 0;

  constructor(
    private readonly tags: readonly Tag[],
    private readonly balance: BalanceProblems,
    private readonly unreachable: UnreachableBranches,
  ) {}

  run(nodes: readonly Node[]): void {
    const start = { open: undefined, atLoop: undefined, assumptions: NO_ASSUMPTIONS, origin: 0 };
    this.#checkClosed(this.#body(nodes, [start], { owner: undefined, depth: 0 }));
  }

  #body(nodes: readonly Node[], entering: readonly State[], frame: Frame): readonly State[] {
    if (frame.depth > MOST_DEPTH) throw new TooTangled();
    return nodes.reduce((states, node) => this.#node(node, states, frame), entering);
  }

  #node(node: Node, states: readonly State[], frame: Frame): readonly State[] {
    switch (node.kind) {
      case 'condition':
        return this.#condition(node, states, frame);
      case 'loop':
        return this.#loop(node, states, frame);
      case 'set':
        return states.map((state) => forget(state, new Set(assignedBy(node))));
      case 'stop':
        return [];
      case 'break':
      case 'continue':
        this.#checkClosed(states);
        return [];
      case 'text':
      case 'raw':
        return this.#text(node.span.end, states, frame);
      default:
        return states;
    }
  }

  /** The tags up to the end of a text. */
  #text(end: number, states: readonly State[], frame: Frame): readonly State[] {
    let now = states;
    for (let tag = this.tags[this.#nextTag]; tag && tag.span.start < end; tag = this.tags[++this.#nextTag]) {
      if (frame.owner) this.#owners.set(tag, frame.owner);
      if (tag.kind === 'open') now = now.map((state) => this.#opened(state, tag));
      else if (tag.kind === 'close') now = this.#close(tag, now, frame);
    }
    return now;
  }

  #opened(state: State, tag: Tag): State {
    return { ...state, open: this.#elements.open(tag, state.open) };
  }

  #condition(node: ConditionNode, entering: readonly State[], frame: Frame): readonly State[] {
    const left: State[] = [];
    let waiting: readonly State[] = entering.map((state, origin) => ({ ...state, origin }));
    for (const branch of node.branches) {
      const condition = takenWhen(branch);
      const taken = merge(waiting.flatMap((state) => passing(state, condition, true)));
      if (taken.length === 0 && entering.length > 0) this.unreachable.add(branch, node);
      const owner: Owner = { kind: 'branch', directive: branch.directive, span: branch.span };
      left.push(...this.#body(branch.body, taken, { ...frame, owner, depth: frame.depth + 1 }));
      waiting = merge(waiting.flatMap((state) => passing(state, condition, false)));
    }
    return merge(leaving([...left, ...waiting], entering));
  }

  /** A loop may run any number of times: it leaves what is open as it was. */
  #loop(node: LoopNode, entering: readonly State[], frame: Frame): readonly State[] {
    const changed = new Set([...withNested([node])].flatMap(assignedBy));
    const after = merge(entering.map((state) => forget(state, changed)));
    const owner: Owner = { kind: 'loop', directive: node.directive, span: node.span };
    const inside = after.map((state) => ({ ...state, atLoop: state.open }));
    this.#checkClosed(this.#body(node.body, inside, { owner, depth: frame.depth + 1 }));
    return after;
  }

  #close(tag: Tag, states: readonly State[], { owner }: Frame): readonly State[] {
    const fits = ({ open }: State): boolean => open?.tag.name === tag.name;
    const fitting = states.filter(fits);
    if (states.length > 0 && fitting.length === 0) return this.#closeAnyway(tag, states);
    const [opening] = fitting;
    const wrong = states.find((state) => !fits(state));
    if (wrong && opening?.open) this.#blameFor(tag, opening.open, wrong, owner);
    return merge(
      fitting.map((state) => {
        if (state.open) this.#closedIn.set(state.open.tag, owner);
        return { ...state, open: state.open?.around };
      }),
    );
  }

  /** The tag fits in no state, whatever the conditions are: as the XML stands there, something is missing. */
  #closeAnyway(tag: Tag, states: readonly State[]): readonly State[] {
    const after = states.map((state) => {
      const passedOver = innermost(state.open);
      const at = passedOver.findIndex((element) => element.tag.name === tag.name);
      if (at < 0) return state;
      for (const element of passedOver.slice(0, at)) this.#blameOpening(element);
      return { ...state, open: passedOver[at]?.around };
    });
    if (after.every((state, index) => state === states[index])) this.balance.neverOpened(tag);
    return merge(after);
  }

  #blameOpening({ tag }: OpenElement): void {
    const owner = this.#owners.get(tag);
    if (owner && this.#closedIn.has(tag)) this.balance.leftOpen(owner, tag);
    else this.balance.neverClosed(tag);
  }

  /** A closing tag fits in one state, and in another one it does not. */
  #blameFor(tag: Tag, fitting: OpenElement, { open }: State, owner: Owner | undefined): void {
    const isDeeper = innermost(open).some((element) => element.tag.name === tag.name);
    if (open && (isDeeper || isInside(this.#owners.get(open.tag), owner))) {
      this.#blameLeftOpen(open.tag);
      return;
    }
    const opener = this.#owners.get(fitting.tag);
    const earlier = this.#closedIn.get(fitting.tag);
    if (opener && isInside(opener, owner)) this.balance.leftOpen(opener, fitting.tag);
    else if (owner && isInside(owner, opener)) this.balance.closed(owner, tag);
    else if (earlier) this.balance.closed(earlier, fitting.tag);
    else if (opener) this.balance.leftOpen(opener, fitting.tag);
  }

  #blameLeftOpen(tag: Tag): void {
    const opener = this.#owners.get(tag);
    const closer = this.#closedIn.get(tag);
    if (closer && isInside(closer, opener)) this.balance.closed(closer, tag);
    else if (opener) this.balance.leftOpen(opener, tag);
    else this.balance.neverClosed(tag);
  }

  /** At the end of a loop or of the file the same elements are to be open as at its start. */
  #checkClosed(states: readonly State[]): void {
    for (const { open, atLoop } of states) {
      const opened = [...beyond(open, atLoop)];
      for (const { tag } of opened) this.#blameLeftOpen(tag);
      if (opened.length === 0) for (const { tag } of beyond(atLoop, open)) this.#blameClosed(tag);
    }
  }

  /** A loop closes what was opened around it. */
  #blameClosed(tag: Tag): void {
    const closer = this.#closedIn.get(tag);
    if (closer) this.balance.closed(closer, tag);
    else this.balance.neverClosed(tag);
  }
}

/** When a branch is taken that the ones before it leave to it. */
function takenWhen({ condition, negated }: Branch): Condition {
  if (!condition) return { kind: 'constant', value: true };
  return negated ? { kind: 'not', operand: conditionOf(condition) } : conditionOf(condition);
}

function passing(state: State, condition: Condition, outcome: boolean): readonly State[] {
  return waysTo(state.assumptions, condition, outcome).map((assumptions) => ({ ...state, assumptions }));
}

function forget(state: State, names: ReadonlySet<string>): State {
  return { ...state, assumptions: without(state.assumptions, names) };
}

/** The states behind a condition. Where it leaves what is open as it was, it does not matter which of its ways were taken. */
function leaving(states: readonly State[], entering: readonly State[]): readonly State[] {
  return entering.flatMap((before, origin) => {
    const own = states.filter((state) => state.origin === origin).map((state) => ({ ...state, origin: before.origin }));
    const isUnchanged = own.length > 0 && own.every((state) => idOf(state) === idOf(before));
    return isUnchanged ? [own.reduce(both)] : own;
  });
}

/** States with the same open elements are one state, which assumes what all of them do, where there are too many of them to tell the ways to them apart. */
function merge(states: readonly State[]): readonly State[] {
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

/** What following all ways through a file finds. */
export interface BranchFindings {
  readonly unbalanced: readonly Problem[];
  readonly unreachable: readonly Problem[];
}

/**
 * Follows all ways through a file that its conditions leave, and finds the branches that open or close an element which
 * others do not, and those that are never taken. A file that is too tangled for that has none of them.
 */
export function checkBranches({ nodes }: CheetahFile, tags: readonly Tag[], uri: string): BranchFindings {
  const balance = new BalanceProblems(uri);
  const unreachable = new UnreachableBranches(uri);
  try {
    new Walk(tags, balance, unreachable).run(nodes);
  } catch (error) {
    if (error instanceof TooTangled) return { unbalanced: [], unreachable: [] };
    throw error;
  }
  return { unbalanced: balance.problems, unreachable: unreachable.problems };
}
