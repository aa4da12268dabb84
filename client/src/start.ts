import * as vscode from 'vscode';
import { RevealOutputChannelOn, type BaseLanguageClient, type LanguageClientOptions } from 'vscode-languageclient';
import {
  CHOOSE_CONF,
  CHOOSE_REQUEST,
  TRUST_GRANTED,
  type ChooseConfParams,
  type ChooseRequestParams,
  type InitializationOptions,
} from '../../server/src/wire/protocol';
import { Comparisons } from './compare/compareCommands';
import { documentSelector } from './documentSelector';
import { DriverProgress } from './driverProgress';
import { ExplorerView } from './explorer/explorerView';
import { answerForFiles } from './files';
import { FolderChoices } from './folderChoices';
import { registerOpenExample } from './openExample';
import { renderMiddleware } from './renderCommand';
import { registerRequestCommands } from './requests/requestCommands';
import { RequestsElsewhere } from './requests/requestsElsewhere';
import { registerChooseConf } from './selection/chooseConf';
import { StatusBar } from './selection/statusBar';
import { serverFaults } from './serverFaults';
import { Viewers } from './viewers';

/** What names the client in VS Code's log and settings. */
export const CLIENT_ID = 'openstackVif';
export const CLIENT_NAME = 'OpenStack VIF';

// A server that is started again, because it crashed, is told of the trust that there is by then.
function initializationOptions(): InitializationOptions {
  return { trusted: vscode.workspace.isTrusted, liveRenderings: true, explorer: true };
}

/** Which nova.conf, and which request, the user has chosen for each folder. The keys under which they are kept never change. */
function folderChoices(
  client: BaseLanguageClient,
  state: vscode.Memento,
): { readonly confs: FolderChoices; readonly requests: FolderChoices } {
  return {
    confs: new FolderChoices(client, state, 'chosenConfs', (uri, conf) =>
      client.sendNotification(CHOOSE_CONF, { uri, conf } satisfies ChooseConfParams),
    ),
    requests: new FolderChoices(client, state, 'chosenRequests', (uri, request) =>
      client.sendNotification(CHOOSE_REQUEST, { uri, request } satisfies ChooseRequestParams),
    ),
  };
}

/**
 * Starts the language server, and shows what it renders.
 * @param makeClient makes the client of the place where the extension runs
 */
export async function startClient(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  const progress = new DriverProgress();
  const viewers = new Viewers(() => client, progress, context.workspaceState);
  const client = makeClient({
    documentSelector: documentSelector(),
    initializationOptions,
    errorHandler: serverFaults(() => client),
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: renderMiddleware(() => client, viewers.documents, progress),
  });
  const { confs, requests } = folderChoices(client, context.workspaceState);
  context.subscriptions.push(
    ...[client, progress, viewers, confs, requests],
    viewers.follow(client),
    ...answerForFiles(client),
    registerOpenExample(context.extensionUri),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUST_GRANTED)),
  );
  await client.start();
  context.subscriptions.push(
    registerChooseConf(client, confs),
    new StatusBar(client, confs),
    registerRequestCommands(client, requests),
    new RequestsElsewhere(client, requests),
    new ExplorerView(client),
    new Comparisons(client, progress, viewers.documents).register(),
  );
}
