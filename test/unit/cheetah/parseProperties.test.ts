import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { parseCheetah } from '../../../server/src/cheetah/parse';
import type { Node } from '../../../server/src/cheetah/syntax';
import type { Span } from '../../../server/src/text/span';
import { brokenTemplate, mutatedTemplate, randomText, soundTemplate } from '../../oracles/cheetah/generatedTexts';

const anyText = fc.oneof(soundTemplate, brokenTemplate, mutatedTemplate, randomText, fc.string({ unit: 'binary' }));

function liesIn(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
}

/** The parts of a node, in the order of the text. */
function partsOf(node: Node): readonly Span[] {
  switch (node.kind) {
    case 'condition':
      return [...node.branches, ...(node.end ? [node.end] : [])].map((part) => ('span' in part ? part.span : part));
    case 'loop':
      return node.body.map(({ span }) => span);
    default:
      return [];
  }
}

/** All spans of expressions in a node that is no block. */
function expressionSpans(node: Node): readonly Span[] {
  switch (node.kind) {
    case 'placeholder':
      return [node.expression.span];
    case 'ternary':
      return [node.condition.span, node.value.span, node.other.span];
    case 'echo':
      return [node.value.span];
    case 'set':
      return [node.name.span, node.value.span];
    default:
      return [];
  }
}

function assertInOrder(nodes: readonly Span[], around: Span, text: string): void {
  let at = around.start;
  for (const { start, end } of nodes) {
    ok(
      at <= start && start <= end && end <= around.end,
      `${JSON.stringify(text)}: ${JSON.stringify({ at, start, end, around })}`,
    );
    at = end;
  }
}

function assertNested(nodes: readonly Node[], around: Span, text: string): void {
  assertInOrder(
    nodes.map(({ span }) => span),
    around,
    text,
  );
  for (const node of nodes) {
    assertInOrder(partsOf(node), node.span, text);
    for (const span of expressionSpans(node)) ok(liesIn(span, node.span), JSON.stringify([text, node.span, span]));
    if (node.kind === 'loop') assertNested(node.body, node.span, text);
    if (node.kind === 'condition') for (const branch of node.branches) assertNested(branch.body, branch.span, text);
  }
}

describe('parsing any text as Cheetah', () => {
  it('gives nodes that nest and stand in the order of the text, and problems within it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const whole = { start: 0, end: text.length };
        const { nodes, problems } = parseCheetah(text, 'file:///t');
        assertNested(nodes, whole, text);
        for (const { span } of problems) ok(liesIn(span, whole), JSON.stringify([text, span]));
        deepEqual(
          problems,
          problems.toSorted((a, b) => a.span.start - b.span.start),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('gives the same each time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        deepEqual(parseCheetah(text, 'file:///t'), parseCheetah(text, 'file:///t'));
      }),
    );
  });

  it('finds text without any sign whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (written) => {
        const text = `.${written.replaceAll(/[#$<]/g, '')}`;
        const { nodes, problems } = parseCheetah(text, 'file:///t');
        deepEqual([nodes, problems], [[{ kind: 'text', span: { start: 0, end: text.length }, text }], []]);
      }),
    );
  });

  for (const [what, unit] of [
    ['brackets that never end', '#if (\n'],
    ['strings that never end', "$f('''"],
    ['calls that never end', '$f('],
    ['short forms in one line', '#if $a:'],
    ['conditions in one another', '#if $a\n'],
    ['directives that are not understood', '#def a\n'],
  ] as const) {
    it(`reads thousands of ${what}`, () => {
      ok(parseCheetah(unit.repeat(5000), 'file:///t').problems.length > 0);
    });
  }
});
