import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Refusal } from '../../../server/src/cheetah/evaluate/refusal';
import type { ArithmeticOperator, ComparisonOperator } from '../../../server/src/cheetah/expression';
import { arithmetic, signed } from '../../../server/src/cheetah/python/arithmetic';
import { comparison } from '../../../server/src/cheetah/python/comparison';
import { itemsOf, lengthOf, subscript } from '../../../server/src/cheetah/python/sequences';
import { pythonRepr } from '../../../server/src/pythonText';
import { PythonTuple, type PythonValue } from '../../../server/src/pythonValue';
import { askPython } from '../python';

const SEED = 11;
const ARITHMETIC: readonly ArithmeticOperator[] = ['+', '-', '*', '/', '//', '%', '**'];
const COMPARISONS: readonly ComparisonOperator[] = ['==', '!=', '<', '<=', '>', '>=', 'in', 'not in'];

const text = fc.constantFrom('', 'a', 'ab', 'b', 'é', '\uffff', '😀', 'a😀b', '%s', '802.1Qbh');
const number: fc.Arbitrary<PythonValue> = fc.oneof(
  fc.bigInt({ min: -12n, max: 12n }),
  fc.constantFrom<PythonValue>(2n ** 53n, 2n ** 53n + 1n, -(10n ** 30n), true, false),
  fc.constantFrom(0.0, -0.0, 0.5, -2.5, 1e16, 1e-7, 1e300, 9007199254740992.0, 3.0),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);
const { value } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constant(null),
    number,
    text,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.array(tie('value'), { maxLength: 3 }).map((items) => PythonTuple.from(items)),
    fc.dictionary(text, tie('value'), { maxKeys: 3 }).map((entries) => new Map(Object.entries(entries))),
  ),
}));
const like = fc.oneof(
  fc.tuple(number, number),
  fc.tuple(text, text),
  fc.tuple(value, value),
  fc.tuple(fc.array(number), fc.array(number)),
);

/** What one of our operations gives, as Python writes it; or that it is refused, and whether for want of understanding. */
function attempt(operation: () => PythonValue): string {
  try {
    return pythonRepr(operation());
  } catch (error) {
    assert.ok(error instanceof Refusal, String(error));
    return /not understood|no number|digits|too large|million/.test(error.message) ? 'not understood' : 'refused';
  }
}

/** What Python gives for expressions of `values`, each a list of Python values by their repr. */
function inPython(expressions: readonly string[]): readonly string[] {
  const program = `
import warnings
warnings.simplefilter('ignore')
def attempt(expression):
    try:
        return repr(eval(expression))
    except Exception:
        return 'refused'
inf = float('inf')
sys.set_int_max_str_digits(0)
print(json.dumps([attempt(expression) for expression in json.load(sys.stdin)]))`;
  return askPython(program, expressions) as readonly string[];
}

/** Holds our answers against Python's; what we do not understand is left out, and has to be rare. */
function same(cases: readonly { readonly expression: string; readonly operation: () => PythonValue }[]): void {
  const theirs = inPython(cases.map(({ expression }) => expression));
  let left = 0;
  cases.forEach(({ expression, operation }, index) => {
    const ours = attempt(operation);
    if (ours === 'not understood') left++;
    else assert.equal(ours, theirs[index], expression);
  });
  assert.ok(left < cases.length / 5, `${left.toString()} of ${cases.length.toString()} are not understood`);
}

describe("Python's operations", function () {
  this.timeout(60_000);

  it('computes as Python does', () => {
    const samples = fc.sample(fc.tuple(like, fc.constantFrom(...ARITHMETIC)), { numRuns: 6000, seed: SEED });
    const small = samples.filter(([[, right], operator]) => operator !== '**' || Number(right) < 100);
    same(
      small.map(([[left, right], operator]) => ({
        expression: `(${pythonRepr(left)}) ${operator} (${pythonRepr(right)})`,
        operation: () => arithmetic(operator, left, right),
      })),
    );
  });

  it('compares as Python does', () => {
    const samples = fc.sample(fc.tuple(like, fc.constantFrom(...COMPARISONS)), { numRuns: 6000, seed: SEED });
    same(
      samples.map(([[left, right], operator]) => ({
        expression: `(${pythonRepr(left)}) ${operator} (${pythonRepr(right)})`,
        operation: () => comparison(operator, left, right),
      })),
    );
  });

  it('takes items, lengths and signs as Python does', () => {
    const samples = fc.sample(fc.tuple(value, fc.oneof(fc.bigInt({ min: -4n, max: 4n }), text, number)), {
      numRuns: 3000,
      seed: SEED,
    });
    same(
      samples.flatMap(([object, index]) => {
        const repr = `(${pythonRepr(object)})`;
        return [
          { expression: `${repr}[${pythonRepr(index)}]`, operation: () => subscript(object, index) },
          { expression: `len(${repr})`, operation: () => BigInt(lengthOf(object)) },
          { expression: `[item for item in ${repr}]`, operation: () => [...itemsOf(object)] },
          { expression: `-${repr}`, operation: () => signed('-', object) },
          { expression: `+${repr}`, operation: () => signed('+', object) },
        ];
      }),
    );
  });

  it('formats as Python does', () => {
    const conversion = fc
      .tuple(
        fc.constantFrom('', '', '', '(a)'),
        fc.constantFrom('', '', '-', '0', '+', ' ', '#', '-0', '+0', '0#'),
        fc.constantFrom('', '', '5', '12'),
        fc.constantFrom('', '', '.0', '.2', '.', '.8'),
        fc.constantFrom('s', 'r', 'd', 'i', 'x', 'X', 'o', 'f', 'F', 's', 'd'),
      )
      .map((parts) => `%${parts.join('')}`);
    const format = fc
      .array(fc.oneof(conversion, fc.constantFrom('%%', 'a', '😀', ' ')), { minLength: 1, maxLength: 3 })
      .map((parts) => parts.join(''));
    const values = fc.oneof(
      number,
      value,
      fc.array(fc.oneof(number, text), { maxLength: 3 }).map((items) => PythonTuple.from(items)),
      number.map((item) => new Map([['a', item]])),
    );
    const samples = fc.sample(fc.tuple(format, values), { numRuns: 8000, seed: SEED });
    same(
      samples.map(([left, right]) => ({
        expression: `(${pythonRepr(left)}) % (${pythonRepr(right)})`,
        operation: () => arithmetic('%', left, right),
      })),
    );
  });
});
