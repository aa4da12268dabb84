import type { Expression } from '../cheetah/expression';
import { problem, type Fix, type Problem } from '../problems';
import type { Span } from '../text/span';
import { conditionOf } from './conditions';
import { askingOf, withParts, type Asking } from './expressions';
import { expressionsAt, type Place, type Scope } from './walk';

/** A loop variable that `getVar` is asked for, as in `$getVar('nic.key', default)`. */
interface LoopAsking {
  readonly asking: Asking;
  readonly functionName: string;
  readonly variable: string;
  /** What stands behind the variable: `key`, or nothing. */
  readonly key: string;
}

function loopAskings(expression: Expression, { loopVariables }: Scope): readonly LoopAsking[] {
  return [...withParts(expression)].flatMap((part) => {
    const asking = askingOf(part);
    const [variable = '', ...rest] = asking?.name.value.split('.') ?? [];
    if (!asking || !loopVariables.has(variable) || asking.call.callee.kind !== 'name') return [];
    return [{ asking, functionName: asking.call.callee.name, variable, key: rest.join('.') }];
  });
}

/** Whether only the truth of a call counts: it is a condition, or part of one. */
function countsAsTruth(call: Expression, condition: Expression): boolean {
  if (call === condition) return true;
  if (condition.kind === 'not') return countsAsTruth(call, condition.operand);
  const isJoined = condition.kind === 'and' || condition.kind === 'or';
  return isJoined && condition.operands.some((operand) => countsAsTruth(call, operand));
}

function isFalsy(fallback: Expression | undefined): boolean {
  const condition = fallback && conditionOf(fallback);
  return condition?.kind === 'constant' && !condition.value;
}

/** Makes the problems of one file. */
export class LoopVariableAskings {
  constructor(
    private readonly text: string,
    private readonly uri: string,
  ) {}

  /** `$getVar('nic.key', default)` and its like at a place where `nic` is the variable of a loop: Cheetah looks in the search list alone, where that is not. */
  problemsAt(place: Place): readonly Problem[] {
    return expressionsAt(place)
      .flatMap((expression) => loopAskings(expression, place.scope))
      .map((found) => {
        const fix = this.#fix(found, place);
        return problem('cheetah.get-var-loop-variable', found.asking.call.span, messageFor(found), {
          ...(fix && { fixes: [fix] }),
        });
      });
  }

  #fix({ asking, functionName, variable, key }: LoopAsking, place: Place): Fix | undefined {
    if (!place.scope.nics.has(variable) || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) return undefined;
    const has = `'${key}' in $${variable}`;
    const value = `$${variable}.${key}`;
    const { call, fallback } = asking;
    const condition = place.kind === 'branch' ? place.branch.condition : undefined;
    const isTruth = condition !== undefined && countsAsTruth(call, condition);
    const isWhole = condition === call;
    const bracketed = (written: string): string => (isWhole ? written : `(${written})`);
    if (functionName !== 'getVar') return isTruth ? this.#replace(call.span, bracketed(has)) : undefined;
    if (isTruth && (!fallback || isFalsy(fallback))) return this.#replace(call.span, bracketed(`${has} and ${value}`));
    if (!fallback) return undefined;
    const written = `${value} if ${has} else ${this.text.slice(fallback.span.start, fallback.span.end)}`;
    const isOutput = place.kind === 'node' && place.node.kind === 'placeholder' && place.node.expression === call;
    return isOutput
      ? this.#replace(
          place.node.span,
          `\${${value.slice(1)} if ${has} else ${this.text.slice(fallback.span.start, fallback.span.end)}}`,
        )
      : this.#replace(call.span, `(${written})`);
  }

  #replace(span: Span, newText: string): Fix {
    return { title: `Write ${newText}`, changes: [{ uri: this.uri, span, newText }], preferred: true };
  }
}

function messageFor({ asking, functionName, variable }: LoopAsking): string {
  const gives =
    functionName !== 'getVar'
      ? 'it always says no'
      : asking.fallback
        ? 'it always gives its default'
        : 'it always fails';
  return `${functionName} looks for '${asking.name.value}' in the search list alone. '${variable}' is the variable of a loop and not there, so ${gives}.`;
}
