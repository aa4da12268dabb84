import type { ClientCapabilities } from 'vscode-languageserver';

/** What a client has said of itself. What it has not said it cannot do, and nobody trusts. */
export class ClientFacts {
  capabilities: ClientCapabilities = {};
  /** The settings that it said when it started. */
  initialSettings: unknown;
  /** Whether the user trusts the workspace. */
  trusted = false;
  /** Whether it is told of renderings that look different. */
  liveRenderings = false;
  /** Whether it tells of changes on the disk. Where it does not, the disk is read again whenever it may matter. */
  watchesDisk = false;

  /** Whether it can create files by an edit. */
  get createsFiles(): boolean {
    const { documentChanges = false, resourceOperations = [] } = this.capabilities.workspace?.workspaceEdit ?? {};
    return documentChanges && resourceOperations.includes('create');
  }
}
