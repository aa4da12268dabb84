import type { LoopBlock } from '../blocks';
import type { Expression, NameExpression } from '../expression';
import { opaqueOf } from '../expressions/opaque';
import { readExpression } from '../expressions/readExpression';
import { readTargets } from '../expressions/readTargets';
import type { ParserState } from '../parserState';
import { JOINED, type PythonSource } from '../pythonSource';
import { PYTHON_KEYWORDS } from '../pythonTokens';
import { checkAssigned } from './assigned';
import { openBlock } from './open';
import type { Tag } from './tag';

/** `for$name`, where `$` is not a part of the Python. */
const IS_JOINED = /^[\p{L}_]/u;

/** How many loops Python allows in one another. */
const MAX_LOOPS = 20;

/** `#for $name in items`, `#for $name, $other in items` */
export function forDirective(state: ParserState, tag: Tag): void {
  state.at = tag.start + 1;
  const { python, refused } = state.scanExpression({ until: [':'] });
  const { variables, items } = refused ? unread(python) : partsOf(state, python);
  openBlock(state, tag, (directive): LoopBlock => {
    const loops = state.blocks.fromInside.filter(({ kind }) => kind === 'loop').length;
    if (loops >= MAX_LOOPS)
      state.report('cheetah.syntax', directive.span, `Python allows ${String(MAX_LOOPS)} loops in one another.`);
    return { kind: 'loop', name: 'for', directive, variables, items, body: state.newBody(), limit: undefined };
  });
}

interface Parts {
  readonly variables: readonly NameExpression[];
  readonly items: Expression;
}

function unread(python: PythonSource): Parts {
  return { variables: [], items: opaqueOf(python, python.slice(Math.min('for'.length, python.text.length)).span) };
}

function partsOf(state: ParserState, python: PythonSource): Parts {
  const behind = python.slice('for'.length);
  const mark = python.words.find(({ text, depth }) => text === 'in' && depth === 0);
  if (!mark) {
    // A name with $ is joined with the word in front of it: `i$n` is `in`.
    const code = /\bin\b/.test(behind.text) ? 'cheetah.unsupported' : 'cheetah.syntax';
    state.report(code, behind.span, 'Write #for $name in $items.');
    return unread(python);
  }
  const at = behind.inFile(0);
  if (IS_JOINED.test(behind.text)) state.report('cheetah.unsupported', { start: at - 1, end: at }, JOINED);
  const variables = readVariables(state, python.slice('for'.length, mark.start));
  const { expression: items, faults } = readExpression(python.slice(mark.end));
  state.reportFaults(faults);
  return { variables, items };
}

function readVariables(state: ParserState, python: PythonSource): readonly NameExpression[] {
  const isBlank = python.text.trim() === '';
  const isKeyword = PYTHON_KEYWORDS.has(python.text.trim());
  if (isBlank || isKeyword) {
    const span = isBlank ? { start: python.inFile(0), end: python.end } : python.span;
    state.report('cheetah.syntax', span, 'A name that each item gets is missing: write #for $name in $items.');
    return [];
  }
  const targets = readTargets(python);
  if (targets) {
    for (const target of targets) checkAssigned(state, target);
    return targets;
  }
  const message = 'Only plain names, with commas between them, are understood here, so the file cannot be rendered.';
  state.report('cheetah.unsupported', python.span, message);
  return [];
}
