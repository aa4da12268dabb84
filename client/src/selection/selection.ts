import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { SELECTION, type SelectionAnswer, type SelectionParams } from '../../../server/src/wire/protocol';

/** The languages of our own files, and of drivers. */
const OWN_LANGUAGES = ['vif-template', 'nova-conf'];
const LANGUAGES = [...OWN_LANGUAGES, 'python', 'javascript'];

/** What is selected for a file; `undefined` for one that is none of ours. */
export async function getSelection(client: BaseLanguageClient, uri: vscode.Uri): Promise<SelectionAnswer | undefined> {
  const params: SelectionParams = { uri: uri.toString() };
  return (await client.sendRequest<SelectionAnswer | null>(SELECTION, params)) ?? undefined;
}

/** What is selected for the file at hand. A Python or JavaScript file has a selection only if it is a selected driver. */
export async function selectionAtHand(client: BaseLanguageClient): Promise<SelectionAnswer | undefined> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !LANGUAGES.includes(document.languageId)) return undefined;
  const answer = await getSelection(client, document.uri);
  const isOurs = OWN_LANGUAGES.includes(document.languageId);
  return answer && (isOurs || answer.conf !== null) ? answer : undefined;
}
