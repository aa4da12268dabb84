import type { ConditionBlock, OpenBranch } from '../blocks';
import type { ParserState } from '../parserState';
import type { PythonSource } from '../pythonSource';
import { checkBody } from './body';
import { isShortForm, openBlock } from './open';
import { readCondition } from './readCondition';
import { directiveOf, finishTag, type Tag } from './tag';

const OF_ANOTHER = 'An #else that belongs to no #if is not understood, so the file cannot be rendered.';

/** `#else`, `#else if condition`, `#elif condition` */
export function otherwise(state: ParserState, tag: Tag): void {
  state.at = tag.start + 1;
  const scanned = state.scanExpression({ until: [':'] });
  const { python } = scanned;
  const start = conditionStart(python, tag.name);
  const rest = python.slice(start ?? Math.min(tag.name.length, python.text.length));
  if (start === undefined && !scanned.refused && rest.text.trim() !== '') {
    state.report('cheetah.syntax', rest.span, 'Nothing can follow #else. Write #else if for a condition.');
  }
  if (/else[ \t\f]+if/.test(rest.text)) {
    state.report(
      'cheetah.unsupported',
      rest.span,
      'Cheetah replaces "else if" in here by "elif", so the file cannot be rendered.',
    );
  }
  const condition = start === undefined ? undefined : readCondition(state, { ...scanned, python: rest });
  const nameTo = start === undefined ? tag.nameEnd : python.spanInFile({ start: 0, end: start }).end;
  const kind = condition ? 'else if' : 'else';
  addBranch(state, tag, nameTo, (directive) => ({
    kind,
    directive,
    ...(condition && { condition }),
    body: state.newBody(),
  }));
}

/** Where the condition starts, as Cheetah has it; nothing for a plain `#else`. */
function conditionStart({ text }: PythonSource, name: string): number | undefined {
  if (name === 'elif') return text.startsWith('elif') ? name.length : undefined;
  return /^else[ \t\f]+if(?![A-Za-z0-9_])/.exec(text)?.[0].length;
}

type MakeBranch = (directive: ReturnType<typeof directiveOf>) => OpenBranch;

function addBranch(state: ParserState, tag: Tag, nameTo: number, make: MakeBranch): void {
  if (isShortForm(state)) {
    addShortBranch(state, tag, nameTo, make);
    return;
  }
  if (state.character === ':') state.at++;
  state.skipBlanks();
  const { directive, comment } = finishTag(state, tag, nameTo);
  state.commit();
  const block = state.blocks.innermost;
  if (block?.kind === 'condition') {
    const last = block.branches.at(-1);
    if (last) checkBody(state, last.directive, last.body);
    const branch = make(directive);
    checkOrder(state, block, branch);
    block.branches.push(branch);
  } else misplaced(state, directiveOf(tag, directive.span.end, nameTo));
  if (comment) state.blocks.body.add(comment);
}

/** `#else: text` goes on with the condition that ends right in front of it. */
function addShortBranch(state: ParserState, tag: Tag, nameTo: number, make: MakeBranch): void {
  state.commit();
  const { chain, takesElse } = state.blocks.body;
  if (chain) {
    const branch = make(directiveOf(tag, state.at + 1, nameTo));
    const limit = Math.min(state.lines.nextOf(state.at), state.limit);
    const block = state.blocks.reopen(chain);
    checkOrder(state, block, branch);
    block.branches.push(branch);
    state.at++;
    block.limit = limit;
    state.skipBlanks(1);
    return;
  }
  const directive = directiveOf(tag, state.at + 1, nameTo);
  const message = 'A short #else: … stands right behind the condition it belongs to; not even blanks may come between.';
  if (takesElse) state.report('cheetah.unsupported', directive.span, OF_ANOTHER);
  else state.report('cheetah.syntax', directive.span, message);
  openBlock(
    state,
    tag,
    (opened) => ({ kind: 'condition', name: 'if', directive: opened, branches: [make(opened)], limit: undefined }),
    nameTo,
  );
}

function checkOrder(state: ParserState, { branches }: ConditionBlock, { directive }: OpenBranch): void {
  if (!branches.some(({ kind }) => kind === 'else')) return;
  state.report('cheetah.syntax', directive.span, 'An #else stands before this: it has to be the last branch.');
}

/** A branch without its condition. In a loop or in what is not understood, Python may have a use for it. */
function misplaced(state: ParserState, directive: ReturnType<typeof directiveOf>): void {
  const isElsewhere = state.blocks.innermost !== undefined;
  if (isElsewhere) state.report('cheetah.unsupported', directive.span, OF_ANOTHER);
  else state.report('cheetah.syntax', directive.span, 'No #if is open that this could belong to.');
  state.addCode({ kind: 'opaque', span: directive.span, directive });
}
