import { blockComment } from './blockComment';
import { abandonBlock, closeBlock } from './directives/body';
import { ifDirective, unlessDirective } from './directives/condition';
import { endDirective } from './directives/end';
import { forDirective } from './directives/loop';
import { opaqueDirective, pythonBlock } from './directives/opaque';
import { otherwise } from './directives/otherwise';
import { rawDirective } from './directives/raw';
import { setDirective } from './directives/set';
import { echoDirective, plainDirective, slurp } from './directives/simple';
import { readComment, startTag, type Tag } from './directives/tag';
import { ParserState } from './parserState';
import { placeholder } from './placeholder';
import { type Start, startAt } from './starts';
import type { CheetahFile } from './syntax';

type ReadDirective = (state: ParserState, tag: Tag) => void;

/** How the directives are read that are understood. */
const DIRECTIVES = new Map<string, ReadDirective>([
  ['if', ifDirective],
  ['unless', unlessDirective],
  ['else', otherwise],
  ['elif', otherwise],
  ['for', forDirective],
  ['end', endDirective],
  ['set', setDirective],
  ['echo', echoDirective],
  ['raw', rawDirective],
  ...(['pass', 'break', 'continue', 'stop'] as const).map((kind): [string, ReadDirective] => [
    kind,
    (state, tag) => {
      plainDirective(state, tag, kind);
    },
  ]),
]);

/**
 * Parses a Cheetah file exactly as Cheetah 3.3 reads it. Every text parses, in time linear in its length; what Cheetah or
 * Python refuses, and what is not understood, stands in `problems`, with fixes for the file at `uri`.
 */
export function parseCheetah(text: string, uri: string): CheetahFile {
  const state = new ParserState(text, uri);
  while (state.at < text.length) {
    if (state.isAtEnd) closeShortForm(state);
    else readNext(state);
  }
  state.commit();
  while (state.blocks.innermost) {
    if (state.blocks.innermost.limit === undefined) abandonBlock(state, text.length);
    else closeBlock(state, text.length);
  }
  const problems = state.problems.toSorted((a, b) => a.span.start - b.span.start);
  return { nodes: state.blocks.file.finished(), problems };
}

/** The line of a short form is at its end: what was opened in it has to be closed. */
function closeShortForm(state: ParserState): void {
  while (state.blocks.innermost?.limit === undefined && state.blocks.innermost) {
    const { name, directive } = state.blocks.innermost;
    const { span } = directive;
    state.leftOpen.add(name);
    const message = 'What is opened in the line of a short directive has to end there to be understood.';
    state.report('cheetah.unsupported', span, message);
    state.commit();
    state.blocks.close(state.at);
  }
  closeBlock(state, state.at);
}

function readNext(state: ParserState): void {
  const start = startAt(state.text, state.at);
  if (start) readStart(state, start);
  else readText(state);
}

function readStart(state: ParserState, start: Start): void {
  if (start.kind === 'directive') readDirective(state, start.name);
  else OTHERS[start.kind](state);
}

/** What else than directives is no text. */
const OTHERS: Readonly<Record<Exclude<Start['kind'], 'directive'>, (state: ParserState) => void>> = {
  comment: lineComment,
  'block comment': blockComment,
  placeholder,
  python: pythonBlock,
  slurp: (state) => {
    slurp(state, 0);
  },
};

function readDirective(state: ParserState, name: string): void {
  if (name === 'slurp') {
    slurp(state, name.length);
    return;
  }
  const read = DIRECTIVES.get(name) ?? opaqueDirective;
  read(state, startTag(state, name));
}

function lineComment(state: ParserState): void {
  const isClear = state.lines.isClearTo(state.at);
  if (isClear) state.dropLine();
  state.blocks.body.add(readComment(state));
  if (isClear) state.at = Math.min(state.lines.nextOf(state.at), state.limit);
}

function readText(state: ParserState): void {
  const start = state.at;
  do {
    const next = /[#$<]/g;
    next.lastIndex = state.at + 1;
    state.at = Math.min(next.exec(state.text)?.index ?? state.limit, state.limit);
  } while (state.at < state.limit && !startAt(state.text, state.at));
  const span = { start, end: state.at };
  const text = state.text.slice(start, state.at).replaceAll('\\$', '$').replaceAll('\\#', '#');
  state.addText({ kind: 'text', span, text });
}
