import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NEW_REQUEST, type NewRequestParams } from '../../../server/src/wire/protocol';
import type { FolderChoices } from '../folderChoices';
import { chooseRequest } from './chooseRequest';
import { fetchPort } from './fetchPort';
import { subjectOf } from './subject';
import { openUnsaved } from './unsavedRequest';

const NOTHING_OPEN = vscode.l10n.t('Open a template file or a nova.conf of a workspace folder first.');

/** `802.1Qbh` of `802.1Qbh.vif.xml`: what a request for the file is called where there is one beside it already. */
function nameFor({ uri, vifType }: NewRequestParams): string {
  const file = vscode.Uri.parse(uri).path.replace(/^.*\//, '');
  return vifType?.replace(/[^\w.-]+/g, '-') ?? file.replace(/(?:\.vif\.xml|\.xml\.template|\.conf)$/, '');
}

/** Opens a request with every key that the template could need. */
async function newRequest(client: BaseLanguageClient, subject: NewRequestParams): Promise<void> {
  const text = await client.sendRequest<string | null>(NEW_REQUEST, subject);
  if (text === null) void vscode.window.showInformationMessage(NOTHING_OPEN);
  else await openUnsaved(subject.uri, ['', nameFor(subject)], text);
}

/** The commands about requests. Each is for a line of the explorer, or for the document at hand. */
export function registerRequestCommands(client: BaseLanguageClient, choices: FolderChoices): vscode.Disposable {
  const register = (
    name: string,
    run: (subject: NewRequestParams, folder: vscode.WorkspaceFolder) => Promise<void>,
  ): vscode.Disposable =>
    vscode.commands.registerCommand(`openstackVif.${name}`, async (argument?: unknown) => {
      const subject = subjectOf(argument);
      const folder = subject && vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(subject.uri));
      if (subject && folder) await run(subject, folder);
      else void vscode.window.showInformationMessage(NOTHING_OPEN);
    });
  return vscode.Disposable.from(
    register('chooseRequest', (_, folder) => chooseRequest(choices, folder)),
    register('newRequest', (subject) => newRequest(client, subject)),
    register('fetchPort', (subject, folder) => fetchPort(subject, (request) => choices.choose(folder, request))),
  );
}
