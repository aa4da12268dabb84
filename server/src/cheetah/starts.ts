import { matchAt } from './characters';

/** What starts something else than text. None counts behind a backslash, but `SLURP`. */
const COMMENT = /(?<!\\)##/y;
const BLOCK_COMMENT = /(?<!\\)#\*/y;
export const VARIABLE_START = /(?<!\\)\$(!?)(\*[0-9.]+[smhdw]?\*|\*|)([{([][ \t\f]*|)(?=[A-Za-z_])/y;
const EXPRESSION_START = /(?<!\\)\$(\*[0-9.]+[smhdw]?\*|\*|)[{([][ \t\f]*(?=[^)}\]])/y;
const DIRECTIVE = /(?<!\\)#(@(?=[A-Za-z_])|[A-Za-z_][A-Za-z_0-9\-@]*)/y;
const PYTHON_BLOCK = /(?<!\\)<%/y;
const SLURP = /#[ \t\f]*(?:\r\n|\n|\r)/y;

/** All directives of Cheetah 3.3. */
const DIRECTIVES: ReadonlySet<string> = new Set(
  (
    'import from extends implements super slurp raw include cache filter echo silent transform call arg capture attr def block @ ' +
    'defmacro closure set del if while for else elif pass break continue stop return yield repeat unless assert raise try ' +
    'except finally errorCatcher breakpoint compiler compiler-settings shBang encoding end i18n'
  ).split(' '),
);

export type Start =
  | { readonly kind: 'comment' | 'block comment' | 'placeholder' | 'python' | 'slurp' }
  | { readonly kind: 'directive'; readonly name: string };

/** What starts at an offset, in the order in which Cheetah asks; nothing for text. */
export function startAt(text: string, at: number): Start | undefined {
  const character = text.charAt(at);
  if (character === '$') {
    const isPlaceholder = matchAt(VARIABLE_START, text, at) ?? matchAt(EXPRESSION_START, text, at);
    return isPlaceholder ? { kind: 'placeholder' } : undefined;
  }
  if (character === '<') return matchAt(PYTHON_BLOCK, text, at) ? { kind: 'python' } : undefined;
  if (character !== '#') return undefined;
  if (isCommentAt(text, at)) return { kind: 'comment' };
  if (matchAt(BLOCK_COMMENT, text, at)) return { kind: 'block comment' };
  const name = directiveAt(text, at);
  if (name !== undefined) return { kind: 'directive', name };
  return matchAt(SLURP, text, at) ? { kind: 'slurp' } : undefined;
}

/** Whether `## …` starts at an offset. */
export function isCommentAt(text: string, at: number): boolean {
  return matchAt(COMMENT, text, at) !== undefined;
}

/** The name of the directive that starts at an offset. */
export function directiveAt(text: string, at: number): string | undefined {
  const name = matchAt(DIRECTIVE, text, at)?.[1];
  return name !== undefined && DIRECTIVES.has(name) ? name : undefined;
}
