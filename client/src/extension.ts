import type * as vscode from 'vscode';
import { startClient } from './start';

/** Whether this is Node, on a machine: a browser has no such thing. */
const isOnMachine = 'process' in globalThis;

/** Starts the extension. One file serves machines and browsers: what only one of them has is loaded where it is. */
export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const { clientMaker } = await (isOnMachine ? import('./onMachine') : import('./inBrowser'));
  await startClient(context, clientMaker(context));
}
