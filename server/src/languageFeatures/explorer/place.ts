import type { Location } from 'vscode-languageserver-types';
import type { Place } from '../../text/span';
import { toRange } from '../convert';
import type { WorkspaceView } from '../workspaceView';

const START = { line: 0, character: 0 };

/** Where to go, in the spelling of the client; the start of a file that has no document. */
export function locationOf(view: WorkspaceView, { uri, span }: Place): Location {
  const document = view.documentOf(uri);
  return document
    ? { uri: document.uri, range: toRange(document, span) }
    : { uri, range: { start: START, end: START } };
}
