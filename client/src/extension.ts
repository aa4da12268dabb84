import { setImmediate as nextTurn } from 'node:timers/promises';
import { workspace, type ExtensionContext } from 'vscode';
import { launch } from '../../server/src/launch/launch';
import type * as client from './nodeClient';
import { ServerProcesses } from './serverProcesses';

/** The first folder of the workspace, where it lies on this machine. */
function firstFolder(): string | undefined {
  const [first] = workspace.workspaceFolders ?? [];
  return first?.uri.scheme === 'file' ? first.uri.fsPath : undefined;
}

/**
 * Starts the extension on a machine: the server first, and in another turn its client. To load that takes longer than all else here, so
 * VS Code has a turn in between, and the server is starting meanwhile.
 */
export async function activate(context: ExtensionContext): Promise<void> {
  const servers = new ServerProcesses(context.asAbsolutePath('dist/server.js'), firstFolder());
  try {
    await nextTurn();
    await (launch('nodeClient', require) as typeof client).activate(context, servers);
  } finally {
    servers.dispose();
  }
}
