import * as vscode from 'vscode';
import { ResponseError } from 'vscode-languageclient';
import { UNTRUSTED } from '../../server/src/wire/protocol';

/** Whether the server refused because it knows of no trust in the workspace. */
export function isForTrust(error: unknown): boolean {
  return error instanceof ResponseError && error.data === UNTRUSTED;
}

/**
 * Says in a notification why something does not go in restricted mode, and offers to change that.
 * @param message a sentence that names what was asked for
 */
export async function offerTrust(message: string): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  const chosen = await vscode.window.showWarningMessage(message, manage);
  if (chosen === manage) await vscode.commands.executeCommand('workbench.trust.manage');
}
