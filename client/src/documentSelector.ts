import * as vscode from 'vscode';
import type { TextDocumentFilter } from 'vscode-languageclient';

/** The languages of our own files, and those that a driver is written in. */
const OWN_LANGUAGES = ['vif-template', 'nova-conf'];
const DRIVER_LANGUAGES = ['python', 'javascript'];

/**
 * The documents that the server is told of. Drivers and requests are among them: they are checked and run as they stand in the
 * editor. What lies elsewhere than the workspace's files is left out: an older state of a file that a comparison shows has no
 * other files beside it.
 */
export function documentSelector(): TextDocumentFilter[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const schemes = [...new Set(['file', ...folders.map(({ uri }) => uri.scheme)])];
  return [
    ...OWN_LANGUAGES.map((language) => ({ scheme: 'untitled', language })),
    ...schemes.flatMap((scheme) => [
      ...[...OWN_LANGUAGES, ...DRIVER_LANGUAGES].map((language) => ({ scheme, language })),
      { scheme, pattern: '**/{vif-request,*.vif-request}.json' },
    ]),
  ];
}
