import { matchAt } from '../characters';
import type { ParserState } from '../parserState';
import type { Directive } from '../syntax';
import { abandonBlock, closeBlock } from './body';
import { finishTag, type Tag } from './tag';

/** What can be ended; Cheetah takes the first one that the text starts with. */
const ENDED = /def|block|closure|cache|call|capture|filter|errorCatcher|while|for|if|try|repeat|unless/y;

/** `#end if`, `#end for`, … */
export function endDirective(state: ParserState, tag: Tag): void {
  state.skipBlanks();
  const name = matchAt(ENDED, state.text, state.at)?.[0];
  if (name === undefined) {
    unknownEnd(state, tag);
    return;
  }
  const nameTo = state.at + name.length;
  // Cheetah ignores what stands behind the name, as long as it can be read.
  state.scanExpression();
  const { directive, comment } = finishTag(state, tag, nameTo);
  endBlock(state, name, directive);
  if (comment) state.blocks.body.add(comment);
}

function unknownEnd(state: ParserState, tag: Tag): void {
  const { at } = state;
  state.at = Math.min(state.lines.endOf(at), state.limit);
  const word = /^[\w-]+/.exec(state.text.slice(at, state.at))?.[0] ?? '';
  state.at = at + word.length;
  const { directive } = finishTag(state, tag, state.at);
  const message = word === '' ? 'Write what ends here, as in #end if.' : `Cheetah knows no #end ${word}.`;
  state.report('cheetah.syntax', directive.span, message);
  state.addCode({ kind: 'opaque', span: directive.span, directive });
}

/** Closes the block that the end is for; those in it have no end. An end that is for none is reported. */
function endBlock(state: ParserState, name: string, directive: Directive): void {
  const open = state.blocks.fromInside;
  const index = open.findIndex((block) => block.name === name && block.limit === undefined);
  const shortForm = open.findIndex(({ limit }) => limit !== undefined);
  if (name === 'errorCatcher' || (index < 0 && state.leftOpen.has(name))) opaque(state, directive);
  else if (index < 0) surplus(state, name, directive);
  else if (shortForm >= 0 && shortForm < index) {
    const message =
      'A directive that ends within the line of another one is not understood. Write it on a line of its own.';
    state.report('cheetah.unsupported', directive.span, message);
    opaque(state, directive);
  } else {
    for (let unclosed = 0; unclosed < index; unclosed++) abandonBlock(state, directive.span.start);
    closeBlock(state, directive.span.end, directive);
    if (open[index]?.kind === 'opaque') opaque(state, directive);
  }
}

function opaque(state: ParserState, directive: Directive): void {
  state.addCode({ kind: 'opaque', span: directive.span, directive });
}

function surplus(state: ParserState, name: string, directive: Directive): void {
  const span = wholeLine(state, directive);
  const fix = { title: `Remove #end ${name}`, changes: [{ uri: state.uri, span, newText: '' }] };
  const message = `No #${name} is open that this could end. Remove it.`;
  state.report('cheetah.end-surplus', directive.span, message, { fixes: [fix] });
  opaque(state, directive);
}

/** The line of a directive where it stands there alone, else the directive. */
function wholeLine({ lines, text }: ParserState, { span }: Directive): Directive['span'] {
  const isAlone = lines.isClearTo(span.start) && text.slice(span.end, lines.endOf(span.end)).trim() === '';
  return isAlone ? { start: lines.startOf(span.start), end: lines.nextOf(span.end) } : span;
}
