import { isTruthy, type PythonDictionary, type PythonValue } from '../../pythonValue';
import { pythonStr } from '../../pythonText';
import { assignedNames } from '../assignedNames';
import { Budget } from '../evaluate/budget';
import { Evaluator } from '../evaluate/evaluator';
import { NameNotFound, Refusal } from '../evaluate/refusal';
import { Scope } from '../evaluate/scope';
import type { Expression } from '../expression';
import { Output } from './output';
import { itemsOf } from '../python/sequences';
import type { MissingValue, RenderedCheetah, RenderedText, RenderedTurn, RenderedValue } from '../rendering';
import { setName } from './setName';
import type {
  Branch,
  ConditionNode,
  EchoNode,
  LoopNode,
  Node,
  PlaceholderNode,
  TernaryNode,
  TextNode,
} from '../syntax';

/** How the rendering goes on behind a node. */
type Flow = 'on' | 'break' | 'continue' | 'stop';

/** What it costs to note where something stands in the output: these notes take most of the memory. */
const NOTE_STEPS = 8;

/** Walks the nodes of a file and puts out what Cheetah would. */
export class Renderer {
  readonly #text: string;
  readonly #budget = new Budget();
  readonly #scope: Scope;
  readonly #evaluator: Evaluator;
  readonly #output = new Output();
  readonly #texts: RenderedText[] = [];
  readonly #placeholders: RenderedValue[] = [];
  readonly #notFound: MissingValue[] = [];
  readonly #branches: { readonly branch: Branch; output: { start: number; end: number } }[] = [];
  readonly #turns: RenderedTurn[] = [];

  constructor(text: string, nodes: readonly Node[], searchList: PythonDictionary) {
    this.#text = text;
    this.#scope = new Scope(searchList);
    const variables = new Set(Array.from(assignedNames(nodes), ({ name }) => name));
    this.#evaluator = new Evaluator(this.#scope, this.#budget, variables);
  }

  /** Renders the nodes of a whole file. Throws a Refusal where there is no rendering. */
  render(nodes: readonly Node[]): RenderedCheetah {
    this.#nodes(nodes);
    return {
      output: this.#output.text(),
      texts: this.#texts,
      placeholders: this.#placeholders,
      notFound: this.#notFound,
      branches: this.#branches,
      turns: this.#turns,
    };
  }

  #nodes(nodes: readonly Node[]): Flow {
    for (const node of nodes) {
      const flow = this.#placed(node);
      if (flow !== 'on') return flow;
    }
    return 'on';
  }

  /** A refusal that knows no closer place speaks of the node. */
  #placed(node: Node): Flow {
    try {
      return this.#node(node);
    } catch (error) {
      throw error instanceof Refusal ? error.at(node.span) : error;
    }
  }

  #node(node: Node): Flow {
    this.#budget.spend(1);
    switch (node.kind) {
      case 'text':
        this.#copy(node);
        return 'on';
      case 'placeholder':
        this.#placeholder(node);
        return 'on';
      case 'raw':
        this.#copy(node.content);
        return 'on';
      case 'condition':
        return this.#condition(node);
      case 'ternary':
        this.#put(node, this.#evaluator.evaluate(this.#isTrue(node.condition) ? node.value : node.other));
        return 'on';
      case 'loop':
        return this.#loop(node);
      case 'set':
        setName(node, this.#scope, this.#evaluator);
        return 'on';
      case 'echo':
        this.#put(node, this.#evaluator.evaluate(node.value));
        return 'on';
      case 'break':
      case 'continue':
      case 'stop':
        return node.kind;
      case 'comment':
      case 'slurp':
      case 'pass':
        return 'on';
      case 'opaque':
        throw new Refusal('This directive is not understood.', node.directive.span);
    }
  }

  #copy({ text, span }: TextNode): void {
    this.#budget.spend(NOTE_STEPS);
    this.#texts.push({ source: span, output: this.#output.write(text) });
  }

  #placeholder(node: PlaceholderNode): void {
    try {
      this.#put(node, this.#evaluator.evaluate(node.expression));
    } catch (error) {
      if (!(error instanceof NameNotFound)) throw error;
      this.#budget.spend(NOTE_STEPS);
      const output = this.#output.write(this.#text.slice(node.span.start, node.span.end));
      this.#notFound.push({ node, message: error.message, output });
    }
  }

  /** Cheetah writes nothing for None, and what Python's `str` gives for all else. */
  #put(node: PlaceholderNode | EchoNode | TernaryNode, value: PythonValue): void {
    this.#budget.spend(NOTE_STEPS);
    if (typeof value === 'object') this.#budget.spendOn(value);
    const output = this.#output.write(value === null ? '' : pythonStr(value));
    this.#placeholders.push({ node, output, value });
  }

  #isTrue(condition: Expression): boolean {
    return isTruthy(this.#evaluator.evaluate(condition));
  }

  #condition({ branches }: ConditionNode): Flow {
    const taken = branches.find(
      ({ condition, negated }) => condition === undefined || this.#isTrue(condition) !== (negated ?? false),
    );
    if (taken === undefined) return 'on';
    const output = this.#open();
    this.#branches.push({ branch: taken, output });
    const flow = this.#nodes(taken.body);
    output.end = this.#output.length;
    return flow;
  }

  /** The span of an output that begins here; its end is set later. */
  #open(): { start: number; end: number } {
    this.#budget.spend(NOTE_STEPS);
    return { start: this.#output.length, end: this.#output.length };
  }

  #loop(loop: LoopNode): Flow {
    const items = this.#evaluator.evaluate(loop.items);
    for (const [index, item] of this.#itemsOf(items, loop.items).entries()) {
      this.#give(loop, item);
      const output = this.#open();
      this.#turns.push({ loop, index, item, output });
      const flow = this.#nodes(loop.body);
      output.end = this.#output.length;
      if (flow === 'break') break;
      if (flow === 'stop') return flow;
    }
    return 'on';
  }

  /** Gives the variables of a loop the item, or where there are more of them, what lies in it. */
  #give({ variables, directive }: LoopNode, item: PythonValue): void {
    const [variable, ...others] = variables;
    if (variable === undefined) throw new Refusal('This loop is not understood.', directive.span);
    if (others.length === 0) {
      this.#scope.setLocal(variable.name, item);
      return;
    }
    const values = this.#itemsOf(item, variable);
    if (values.length !== variables.length)
      throw new Refusal(
        `An item of this loop holds ${values.length.toString()} values for ${variables.length.toString()} names.`,
        variable.span,
      );
    for (const [index, { name }] of variables.entries()) this.#scope.setLocal(name, values[index] ?? null);
  }

  #itemsOf(value: PythonValue, { span }: Expression): readonly PythonValue[] {
    try {
      return itemsOf(value);
    } catch (error) {
      throw error instanceof Refusal ? error.at(span) : error;
    }
  }
}
