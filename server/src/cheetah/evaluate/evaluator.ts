import { isTruthy, PythonTuple, type PythonDictionary, type PythonValue } from '../../pythonValue';
import type {
  ArithmeticExpression,
  CallExpression,
  ComparisonExpression,
  DictionaryExpression,
  Expression,
  MemberExpression,
  NameExpression,
  SubscriptExpression,
} from '../expression';
import { arithmetic, signed } from '../python/arithmetic';
import { comparison } from '../python/comparison';
import { subscript } from '../python/sequences';
import { attributeOf, memberOf } from './attributes';
import type { Budget } from './budget';
import { PYTHON_FUNCTIONS, TEMPLATE_FUNCTIONS } from './functions';
import { Refusal } from './refusal';
import type { Scope } from './scope';

const MAX_DEPTH = 1000;

/** Computes expressions by their meaning in Cheetah and Python. Nothing is handed to Python, nor run as JavaScript. */
export class Evaluator {
  readonly #scope: Scope;
  readonly #budget: Budget;
  readonly #variables: ReadonlySet<string>;
  #depth = 0;

  /** `variables` are the names that `#set` and `#for` give anywhere in the file: Python knows them by these alone where no `$` stands. */
  constructor(scope: Scope, budget: Budget, variables: ReadonlySet<string>) {
    this.#scope = scope;
    this.#budget = budget;
    this.#variables = variables;
  }

  /** The value of an expression. Throws a Refusal with its place where there is none. */
  evaluate(expression: Expression): PythonValue {
    this.#depth = 0;
    return this.#value(expression);
  }

  #value(expression: Expression): PythonValue {
    this.#budget.spend(1);
    if (++this.#depth > MAX_DEPTH) throw new Refusal('This expression is nested too deeply.', expression.span);
    try {
      const value = this.#valueOf(expression);
      this.#depth--;
      return value;
    } catch (error) {
      throw error instanceof Refusal ? error.at(expression.span) : error;
    }
  }

  #valueOf(expression: Expression): PythonValue {
    switch (expression.kind) {
      case 'literal':
        return expression.value;
      case 'name':
        return expression.searched ? this.#scope.lookUp(expression.name) : this.#variable(expression);
      case 'member':
        return this.#member(expression);
      case 'subscript':
        return this.#subscript(expression);
      case 'call':
        return this.#call(expression);
      case 'list':
        return expression.items.map((item) => this.#value(item));
      case 'tuple':
        return PythonTuple.from(expression.items, (item) => this.#value(item));
      case 'dictionary':
        return this.#dictionary(expression);
      case 'not':
        return !isTruthy(this.#value(expression.operand));
      case 'and':
      case 'or':
        return this.#decisive(expression.operands, expression.kind === 'or');
      case 'comparison':
        return this.#comparison(expression);
      case 'arithmetic':
        return this.#arithmetic(expression);
      case 'sign':
        return signed(expression.operator, this.#value(expression.operand));
      case 'conditional':
        return this.#value(isTruthy(this.#value(expression.condition)) ? expression.value : expression.other);
      case 'opaque':
        throw new Refusal('This expression is not understood.');
    }
  }

  /** A name without `$`. */
  #variable({ name }: NameExpression): PythonValue {
    const value = this.#scope.local(name);
    if (value !== undefined) return value;
    throw new Refusal(
      this.#variables.has(name)
        ? `'${name}' has no value yet.`
        : `'${name}' stands without '$', and neither #set nor #for gives it a value.`,
    );
  }

  #member(expression: MemberExpression): PythonValue {
    const object = this.#value(expression.object);
    return isSearched(expression) ? memberOf(object, expression.name) : attributeOf(object, expression.name);
  }

  #subscript({ object, index }: SubscriptExpression): PythonValue {
    const container = this.#value(object);
    const key = this.#value(index);
    if (typeof container === 'string') this.#budget.spendOnCopying(container);
    return subscript(container, key);
  }

  #call({ callee, arguments: given }: CallExpression): PythonValue {
    if (callee.kind !== 'name') throw new Refusal('The call of anything but a function is not understood.');
    const ofTemplate = callee.searched ? TEMPLATE_FUNCTIONS.get(callee.name) : undefined;
    const ofPython = PYTHON_FUNCTIONS.get(callee.name);
    if (ofTemplate ? !this.#scope.isCheetahs(callee.name) : !ofPython || !this.#isPythons(callee))
      throw new Refusal(`The function '${callee.name}' is not understood.`, callee.span);
    const values = given.map((argument) => this.#value(argument));
    if (ofTemplate) return ofTemplate(this.#scope, values);
    const [value] = values;
    if (!ofPython || value === undefined || values.length > 1)
      throw new Refusal(`The function '${callee.name}' takes one value.`);
    this.#budget.spendOn(value);
    return ofPython(value);
  }

  #isPythons({ name, searched }: NameExpression): boolean {
    return searched ? this.#scope.isPythons(name) : !this.#variables.has(name);
  }

  #dictionary({ entries }: DictionaryExpression): PythonDictionary {
    const dictionary = new Map<string, PythonValue>();
    for (const entry of entries) {
      const key = this.#value(entry.key);
      if (typeof key !== 'string') throw new Refusal('A dict is understood if its keys are text.', entry.key.span);
      dictionary.set(key, this.#value(entry.value));
    }
    return dictionary;
  }

  /** Python's `and` and `or` give the operand that decides: the first whose truth is `decides`, else the last one. */
  #decisive(operands: readonly Expression[], decides: boolean): PythonValue {
    let value: PythonValue = null;
    for (const operand of operands) {
      value = this.#value(operand);
      if (isTruthy(value) === decides) break;
    }
    return value;
  }

  /** A chain ends at the first comparison that does not hold. */
  #comparison({ first, rest }: ComparisonExpression): boolean {
    let left = this.#value(first);
    for (const { operator, operand } of rest) {
      const right = this.#value(operand);
      this.#budget.spendOnComparing(operator, left, right);
      if (!comparison(operator, left, right)) return false;
      left = right;
    }
    return true;
  }

  #arithmetic({ operator, left, right }: ArithmeticExpression): PythonValue {
    return this.combine(operator, this.#value(left), this.#value(right));
  }

  /** What an operator gives for two values: also those of `#set $name += …`. */
  combine(operator: ArithmeticExpression['operator'], left: PythonValue, right: PythonValue): PythonValue {
    if (operator === '%') this.#budget.spendOn(right);
    const value = arithmetic(operator, left, right);
    this.#budget.spendOnCopying(value);
    return value;
  }
}

/** Whether a chain begins with `$`: Cheetah looks for its members, and else Python. */
function isSearched(expression: Expression): boolean {
  let link = expression;
  while (link.kind === 'member' || link.kind === 'subscript' || link.kind === 'call')
    link = link.kind === 'call' ? link.callee : link.object;
  return link.kind === 'name' && link.searched;
}
