import type { Place } from '../../text/span';
import { shortened } from '../shortened';
import type { WorkspaceView } from '../workspaceView';

/** How much of a text a hover shows (characters). */
const MOST = 300;
/** How many things a hover lists. */
const MOST_ITEMS = 10;

/** A text out of a file, exactly as it is: nothing in it is taken for Markdown. One that is too long is cut. */
export function code(text: string): string {
  const shown = shortened(text, MOST);
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // Of a blank at both ends, Markdown takes one away; a text of blanks alone it leaves as it is.
  const needsBlanks = /^`|`$|^ .* $/.test(shown) && shown.trim() !== '';
  return needsBlanks ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}

/** `a, b and c`, each once, or `nothing`; of many only the first ones. */
export function listed(items: readonly string[]): string {
  const all = [...new Set(items)];
  const shown = all.slice(0, MOST_ITEMS);
  const last = all.length > shown.length ? `${all.length - shown.length} more` : shown.pop();
  if (last === undefined) return 'nothing';
  return shown.length > 0 ? `${shown.join(', ')} and ${last}` : last;
}

/** Texts out of files, in a list. */
export function codes(texts: readonly string[]): string {
  return listed(texts.map(code));
}

/** A link to a place, with `text` as code; the text alone where its file is gone. */
export function link(view: WorkspaceView, text: string, { uri, span }: Place): string {
  const document = view.documentOf(uri);
  if (!document) return code(text);
  const line = document.positionAt(span.start).line + 1;
  return `[${code(text)}](${inMarkdown(document.uri)}#L${line})`;
}

/** A URI without the characters that would end a link. */
function inMarkdown(uri: string): string {
  return uri.replace(/[()<>\\\s]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
