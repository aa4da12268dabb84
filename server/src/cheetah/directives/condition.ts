import type { ConditionBlock, OpenBranch } from '../blocks';
import type { Expression } from '../expression';
import type { ParserState } from '../parserState';
import { openBlock } from './open';
import { readCondition } from './readCondition';
import type { Tag } from './tag';
import { ternary } from './ternary';

/** `#if condition`, `#if condition then value else other` */
export function ifDirective(state: ParserState, tag: Tag): void {
  state.at = tag.start + 1;
  const scanned = state.scanExpression({ until: [':'] });
  const { words } = scanned.python;
  if (!scanned.refused && words.some(({ text }) => text === 'then') && words.some(({ text }) => text === 'else')) {
    ternary(state, tag, scanned.python);
    return;
  }
  openCondition(state, tag, readCondition(state, { ...scanned, python: scanned.python.slice('if'.length) }));
}

/** `#unless condition` */
export function unlessDirective(state: ParserState, tag: Tag): void {
  state.skipBlanks();
  const scanned = state.scanExpression({ until: [':'] });
  // Cheetah puts it into brackets, so that commas may separate it, and nothing is an empty tuple.
  const condition = readCondition(state, scanned, true);
  openCondition(state, tag, condition, true);
}

function openCondition(state: ParserState, tag: Tag, condition: Expression, negated?: true): void {
  openBlock(state, tag, (directive): ConditionBlock => {
    const branch: OpenBranch = { kind: 'if', directive, condition, ...(negated && { negated }), body: state.newBody() };
    return { kind: 'condition', name: tag.name, directive, branches: [branch], limit: undefined };
  });
}
