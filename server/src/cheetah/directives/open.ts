import type { Block } from '../blocks';
import type { ParserState } from '../parserState';
import type { Directive } from '../syntax';
import { directiveOf, finishTag, type Tag } from './tag';

/** How deep directives nest at most. Python stops at 100 levels of indentation, and Cheetah's own code has some. */
const MAX_DEPTH = 90;

/** Whether a colon comes next, and behind it something that the directive is for: `#if $a: text`. */
export function isShortForm(state: ParserState): boolean {
  return !state.isAtEnd && state.character === ':' && !state.isRestEmpty(state.at + 1);
}

/**
 * Reads on behind the expression of a directive that opens a block, and opens it. `nameTo` is where its name ends where
 * that is of two words.
 */
export function openBlock(state: ParserState, tag: Tag, make: (directive: Directive) => Block, nameTo?: number): void {
  if (isShortForm(state)) {
    state.at++;
    const block = make(directiveOf(tag, state.at, nameTo));
    block.limit = Math.min(state.lines.nextOf(state.at), state.limit);
    state.commit();
    open(state, block);
    state.skipBlanks(1);
    return;
  }
  if (state.character === ':') state.at++;
  state.skipBlanks();
  const { directive, comment } = finishTag(state, tag, nameTo);
  state.commit();
  open(state, make(directive));
  if (comment) state.blocks.body.add(comment);
}

/** Opens a block, unless too many are open. */
export function open(state: ParserState, block: Block): void {
  if (state.blocks.depth < MAX_DEPTH) {
    state.blocks.open(block);
    return;
  }
  const { span } = block.directive;
  state.report('cheetah.unsupported', span, 'Directives nest too deeply here to be understood.');
  state.blocks.body.add({ kind: 'opaque', span, directive: block.directive });
}
