import type { Location } from 'vscode-languageserver-types';
import type { WorkspaceView } from './workspaceView';

/** Every place that names the thing at a place, those that define it only with `includeDeclaration`. */
export function references(
  _view: WorkspaceView,
  _uri: string,
  _offset: number,
  _includeDeclaration: boolean,
): Location[] {
  return [];
}
