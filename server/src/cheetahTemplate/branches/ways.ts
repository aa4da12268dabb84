import type { Branch, ConditionNode, LoopNode, Node } from '../../cheetah/syntax';
import type { Tag } from '../../template/tags';
import { conditionOf, type Condition } from '../conditions';
import { assignedBy, withNested } from '../nodes';
import { NO_ASSUMPTIONS, TooTangled } from './assumptions';
import type { Blame } from './blame';
import { innermost, OpenElements } from './openElements';
import type { Owner } from './owners';
import { forget, leaving, merge, passing, type State } from './states';
import type { UnreachableBranches } from './unreachable';

/** What surrounds a list of nodes. */
interface Frame {
  readonly owner: Owner | undefined;
  /** How many directives the list stands in. */
  readonly depth: number;
}

/** Directives that nest deeper are not followed. */
const MOST_DEPTH = 100;

/** Follows all ways through a file at once. */
export class Ways {
  readonly #elements = new OpenElements();
  #nextTag = 0;

  constructor(
    private readonly tags: readonly Tag[],
    private readonly blame: Blame,
    private readonly unreachable: UnreachableBranches,
  ) {}

  /** Follows the nodes of a file. Throws TooTangled where they are too tangled for that. */
  follow(nodes: readonly Node[]): void {
    const start = { open: undefined, atLoop: undefined, assumptions: NO_ASSUMPTIONS, origin: 0 };
    this.blame.checkEnd(this.#body(nodes, [start], { owner: undefined, depth: 0 }));
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
        this.blame.checkEnd(states);
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
      if (frame.owner) this.blame.stands(tag, frame.owner);
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
    this.blame.checkEnd(this.#body(node.body, inside, { owner, depth: frame.depth + 1 }));
    return after;
  }

  #close(tag: Tag, states: readonly State[], { owner }: Frame): readonly State[] {
    const fits = ({ open }: State): boolean => open?.tag.name === tag.name;
    const fitting = states.filter(fits);
    if (states.length > 0 && fitting.length === 0) return this.#closeAnyway(tag, states);
    const [opening] = fitting;
    const wrong = states.find((state) => !fits(state));
    if (wrong && opening?.open) this.blame.fitsElsewhere(tag, opening.open, wrong, owner);
    return merge(
      fitting.map((state) => {
        if (state.open) this.blame.isClosed(state.open.tag, owner);
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
      for (const element of passedOver.slice(0, at)) this.blame.passedOver(element);
      return { ...state, open: passedOver[at]?.around };
    });
    if (after.every((state, index) => state === states[index])) this.blame.neverOpened(tag);
    return merge(after);
  }
}

/** When a branch is taken that the ones before it leave to it. */
function takenWhen({ condition, negated }: Branch): Condition {
  if (!condition) return { kind: 'constant', value: true };
  return negated ? { kind: 'not', operand: conditionOf(condition) } : conditionOf(condition);
}
