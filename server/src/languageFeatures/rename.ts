import type { Range, WorkspaceEdit } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** Why a name cannot be changed: one sentence or two for the user. */
export class RenameRefused extends Error {}

/** The range and the text that a rename at a place would change; `undefined` where nothing can be renamed. Throws a RenameRefused that says why where something could be, but must not. */
export function prepareRename(
  _view: WorkspaceView,
  _uri: string,
  _offset: number,
): { range: Range; placeholder: string } | undefined {
  return undefined;
}

/** The edit that gives the key at a place another name, in the driver and in every template that it fills. Throws a RenameRefused. */
export function rename(
  _view: WorkspaceView,
  _uri: string,
  _offset: number,
  _newName: string,
): WorkspaceEdit | undefined {
  return undefined;
}
