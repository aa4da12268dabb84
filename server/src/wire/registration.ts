import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DocumentFormattingRequest,
  DocumentRangeFormattingRequest,
  type ClientCapabilities,
  type Connection,
  type WorkspaceFolder,
} from 'vscode-languageserver';
import type { Session } from './session';

/** The files that the server wants to hear of when they change on the disk. */
const WATCHED = [
  '**/nova.conf',
  '**/nova-*.conf',
  '**/*.vif.xml',
  '**/libvirt.xml.template',
  '**/vif-request.json',
  '**/*.vif-request.json',
  '**/*.{py,js,mjs,cjs}',
];

const SECTION = 'openstackVif';

/** The folders of the workspace; `rootUri` is what older clients say in place of `workspaceFolders`. */
export function rootsOf(params: {
  workspaceFolders?: WorkspaceFolder[] | null;
  rootUri?: string | null;
}): readonly string[] {
  if (params.workspaceFolders) return params.workspaceFolders.map(({ uri }) => uri);
  return params.rootUri ? [params.rootUri] : [];
}

function asList(answer: unknown): readonly unknown[] {
  return Array.isArray(answer) ? answer : [];
}

/** Reads the settings of the client as a whole and of each folder. A client that fails to tell them has not said any. */
async function readConfiguration(connection: Connection, session: Session): Promise<void> {
  const items = [{ section: SECTION }, ...session.roots.map((scopeUri) => ({ section: SECTION, scopeUri }))];
  const answer: unknown = await connection.workspace.getConfiguration(items).catch(() => undefined);
  const [own, ...sections] = asList(answer);
  session.setSettings(own, sections);
}

/** Follows the settings of a client that can tell them; another has those of its start. Fulfilled when they are known. */
async function followConfiguration(
  connection: Connection,
  session: Session,
  client: ClientCapabilities,
): Promise<void> {
  if (!client.workspace?.configuration) {
    session.setSettings(undefined);
    return;
  }
  const read = (): Promise<void> => readConfiguration(connection, session);
  connection.onDidChangeConfiguration(read);
  await read();
  if (client.workspace.didChangeConfiguration?.dynamicRegistration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
}

async function followDisk(connection: Connection, session: Session, client: ClientCapabilities): Promise<void> {
  if (!client.workspace?.didChangeWatchedFiles?.dynamicRegistration) return;
  const watchers = WATCHED.map((globPattern) => ({ globPattern }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
  session.client.watchesDisk = true;
}

/** Offers to format our own languages alone: the documents of the client may be others too, and a driver has a formatter of its own. */
async function offerFormatting(connection: Connection, client: ClientCapabilities): Promise<void> {
  if (!registersFormatting(client)) return;
  const documentSelector = [{ language: 'vif-template' }, { language: 'nova-conf' }];
  await connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  await connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
}

/** Whether a client can be told for which languages there is formatting. */
export function registersFormatting({ textDocument }: ClientCapabilities): boolean {
  return (
    textDocument?.formatting?.dynamicRegistration === true && textDocument.rangeFormatting?.dynamicRegistration === true
  );
}

function followFolders(connection: Connection, session: Session, client: ClientCapabilities): void {
  if (!client.workspace?.workspaceFolders) return;
  connection.workspace.onDidChangeWorkspaceFolders(async () => {
    await session.setRoots(rootsOf({ workspaceFolders: await connection.workspace.getWorkspaceFolders() }));
    if (client.workspace?.configuration) await readConfiguration(connection, session);
  });
}

/** Asks for what the client can tell: its settings, changes on the disk, and of its folders. Nothing is published before the settings are known. */
export async function follow(connection: Connection, session: Session, client: ClientCapabilities): Promise<void> {
  followFolders(connection, session, client);
  const configured = followConfiguration(connection, session, client).finally(() => {
    session.publisher.start();
  });
  await Promise.all([configured, followDisk(connection, session, client), offerFormatting(connection, client)]);
}
