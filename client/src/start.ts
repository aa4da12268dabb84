import * as vscode from 'vscode';
import {
  RevealOutputChannelOn,
  type BaseLanguageClient,
  type LanguageClientOptions,
  type TextDocumentFilter,
} from 'vscode-languageclient';
import {
  CLOSE_RENDERING,
  RENDERING_CHANGED,
  TRUST_GRANTED,
  type InitializationOptions,
  type RenderAnswer,
  type RenderingName,
} from '../../server/src/wire/protocol';
import { Comparisons } from './compare/compareCommands';
import { DriverProgress } from './driverProgress';
import { ExplorerView } from './explorer/explorerView';
import { answerForFiles } from './files';
import { registerOpenExample } from './openExample';
import { registerPane } from './pane/pane';
import { render, renderMiddleware } from './renderCommand';
import { RenderedDocuments } from './renderedDocuments';
import { RequestChoices } from './requests/requestChoices';
import { registerRequestCommands } from './requests/requestCommands';
import { StatusBar } from './statusBar';
import { registerReveal } from './topology/revealInTemplate';
import { TopologyPanels } from './topology/topologyPanels';

/** What names the client in VS Code's log and settings. */
export const CLIENT_ID = 'openstackVif';
export const CLIENT_NAME = 'OpenStack VIF';

/** The command that shows a picture of what the interface XML means. */
const SHOW_TOPOLOGY = 'openstackVif.showTopology';

/** The languages of our own files, and those that a driver is written in. */
const OWN_LANGUAGES = ['vif-template', 'nova-conf'];
const DRIVER_LANGUAGES = ['python', 'javascript'];

/**
 * The documents that the server is told of. Drivers and requests are among them: they are checked and run as they stand in the
 * editor. What lies elsewhere than the workspace's files is left out: an older state of a file that a comparison shows has no
 * other files beside it.
 */
function documents(): TextDocumentFilter[] {
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

/**
 * Starts the language server, and shows what it renders.
 * @param makeClient makes the client of the place where the extension runs
 */
export async function startClient(
  context: vscode.ExtensionContext,
  makeClient: (options: LanguageClientOptions) => BaseLanguageClient,
): Promise<void> {
  // A server that is started again, because it crashed, is told of the trust that there is by then.
  const initializationOptions = (): InitializationOptions => ({
    trusted: vscode.workspace.isTrusted,
    liveRenderings: true,
    explorer: true,
  });
  const close = ({ uri, vifType, driver, part }: RenderingName): void => {
    const rendering = { uri, vifType, driver, part };
    const isShown = [rendered, topologies].some((viewer) => viewer.shows(rendering));
    if (!isShown) void client.sendNotification(CLOSE_RENDERING, rendering);
  };
  const rendered = new RenderedDocuments(close);
  const topologies = new TopologyPanels(() => client, close);
  const progress = new DriverProgress();
  const client = makeClient({
    documentSelector: documents(),
    initializationOptions,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    middleware: renderMiddleware(() => client, rendered, progress),
  });
  context.subscriptions.push(
    client,
    rendered,
    progress,
    registerPane(rendered),
    topologies,
    registerReveal(),
    vscode.commands.registerCommand(SHOW_TOPOLOGY, (argument: unknown) =>
      render(client, progress, topologies, argument),
    ),
    ...answerForFiles(client),
    registerOpenExample(context.extensionUri),
    client.onNotification(RENDERING_CHANGED, (answer: RenderAnswer) => {
      rendered.update(answer);
      topologies.update(answer);
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void client.sendNotification(TRUST_GRANTED)),
  );
  await client.start();
  const statusBar = new StatusBar(client, context.workspaceState);
  const comparisons = new Comparisons(client, progress, rendered);
  const requests = new RequestChoices(client, context.workspaceState);
  context.subscriptions.push(
    statusBar,
    registerRequestCommands(client, requests),
    new ExplorerView(client),
    comparisons.register(),
  );
  await requests.start();
  await statusBar.start();
}
