import type { Body } from '../blocks';
import type { ParserState } from '../parserState';
import type { Directive } from '../syntax';

/** Reports a branch or a loop with nothing in it: Python refuses it. */
export function checkBody(state: ParserState, directive: Directive, body: Body): void {
  if (body.hasCode || body.nodes.some(({ kind }) => kind === 'opaque')) return;
  const message = 'Nothing stands in here, which Cheetah refuses: write #pass, or remove the directive.';
  state.report('cheetah.syntax', directive.span, message);
}

/** Closes the innermost block, with its end where there is one. */
export function closeBlock(state: ParserState, end: number, endDirective?: Directive): void {
  state.commit();
  const block = state.blocks.innermost;
  if (block?.kind === 'loop') checkBody(state, block.directive, block.body);
  const branch = block?.kind === 'condition' ? block.branches.at(-1) : undefined;
  if (branch) checkBody(state, branch.directive, branch.body);
  state.blocks.close(end, endDirective);
}

/** Closes a block of which the end is missing. */
export function abandonBlock(state: ParserState, end: number): void {
  state.commit();
  const block = state.blocks.close(end);
  if (!block) return;
  const message = `The #end ${block.name} of this directive is missing.`;
  state.report('cheetah.end-missing', block.directive.span, message);
}
