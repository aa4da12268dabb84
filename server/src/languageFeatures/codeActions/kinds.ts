import { CodeActionKind } from 'vscode-languageserver-types';

/** The kind of the action that fixes a whole file; clients can be told to run it whenever a file is saved. */
export const FIX_ALL: CodeActionKind = `${CodeActionKind.SourceFixAll}.openstackVif`;

/** Whether `kind` is `parent` or below it, as LSP orders the kinds: `source.fixAll` is below `source`, and everything below the empty one. */
function isBelow(kind: CodeActionKind, parent: CodeActionKind): boolean {
  return parent === CodeActionKind.Empty || kind === parent || kind.startsWith(`${parent}.`);
}

/** Whether a client wants actions of a kind that asks for the kinds `only`. One that does not say wants no source actions: they go for the whole file, not for a place in it. */
export function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  if (!only) return !isBelow(kind, CodeActionKind.Source);
  return only.some((wanted) => isBelow(kind, wanted));
}
