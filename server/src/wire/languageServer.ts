import {
  ErrorCodes,
  FileChangeType,
  LSPErrorCodes,
  ResponseError,
  TextDocuments,
  TextDocumentSyncKind,
  type CancellationToken,
  type Connection,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
} from 'vscode-languageserver';
import { explorer, explorerDrivers } from '../languageFeatures/explorer';
import { RenderError, UntrustedError } from '../rendering/renderError';
import type { Part, RenderTarget } from '../rendering/target';
import { version } from '../version';
import { normalized } from '../workspace/files';
import { featureCapabilities, formattingCapabilities, listenToFeatures } from './features';
import { OpenDocument } from './openDocument';
import type { Platform } from './platform';
import {
  CHOOSE_CONF,
  CHOOSE_REQUEST,
  CLOSE_RENDERING,
  EXPLORER,
  EXPLORER_DRIVERS,
  NEW_REQUEST,
  RENDER_COMMAND,
  SELECTION,
  TOPOLOGY,
  TRUST_GRANTED,
  UNTRUSTED,
  type ChooseConfParams,
  type ChooseRequestParams,
  type ExplorerDriversParams,
  type InitializationOptions,
  type NewRequestParams,
  type RenderAnswer,
  type RenderingName,
  type SelectionParams,
  type TopologyParams,
} from './protocol';
import { follow, registersFormatting, rootsOf } from './registration';
import { selectionOf } from './selection';
import { Session } from './session';
import { topologyOf } from './topology';

const RESULT: InitializeResult = {
  serverInfo: { name: 'openstack-vif', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: { includeText: false } },
    ...featureCapabilities,
    executeCommandProvider: { commands: [RENDER_COMMAND] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isPart(value: unknown): value is Part | undefined {
  return value === undefined || value === 'file' || value === 'branch';
}

/** The one argument of the render command, or an error that says what it should be. */
function readTarget({ arguments: [argument] = [] }: ExecuteCommandParams): RenderTarget {
  const { uri, vifType, driver, request, part } = isRecord(argument) ? argument : {};
  const isOptional = [vifType, driver, request].every((value) => value === undefined || typeof value === 'string');
  if (typeof uri !== 'string' || !isOptional || !isPart(part)) {
    throw new ResponseError(
      ErrorCodes.InvalidParams,
      `${RENDER_COMMAND} takes {"uri": "file:///…", "vifType": "…", "driver": "…", "request": "file:///…", "part": "file" or "branch"}; all but the first may be left out.`,
    );
  }
  return {
    uri,
    ...(typeof vifType === 'string' && { vifType }),
    ...(typeof driver === 'string' && { driver }),
    ...(typeof request === 'string' && { request }),
    ...(part !== undefined && { part }),
  };
}

function toSignal(token: CancellationToken): AbortSignal {
  const controller = new AbortController();
  if (token.isCancellationRequested) controller.abort();
  token.onCancellationRequested(() => {
    controller.abort();
  });
  return controller.signal;
}

async function render(session: Session, params: ExecuteCommandParams, token: CancellationToken): Promise<RenderAnswer> {
  try {
    return await session.renderings.render(readTarget(params), toSignal(token));
  } catch (error) {
    if (error instanceof UntrustedError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message, UNTRUSTED);
    if (error instanceof RenderError) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

function listenToDocuments(connection: Connection, session: Session): void {
  const documents = new TextDocuments<OpenDocument>({
    create: (uri, languageId, version, text) => new OpenDocument(uri, languageId, version, text),
    update: (document, changes, version) => {
      document.update(changes, version);
      return document;
    },
  });
  documents.onDidOpen(({ document }) => session.changes.opened(document));
  documents.onDidChangeContent(({ document }) => {
    session.changes.edited(document);
  });
  documents.onDidSave(() => {
    session.changes.saved();
  });
  documents.onDidClose(({ document }) => {
    session.changes.closed(document);
  });
  documents.listen(connection);
}

function initialize(connection: Connection, session: Session, params: InitializeParams): InitializeResult {
  const {
    trusted,
    liveRenderings,
    explorer: showsExplorer,
    settings,
  } = (params.initializationOptions ?? {}) as InitializationOptions;
  session.client.trusted = trusted === true;
  session.client.liveRenderings = liveRenderings === true;
  session.refresher.explorer = showsExplorer === true;
  session.setCapabilities(params.capabilities);
  session.client.initialSettings = settings;
  listenToFeatures(connection, session, params.capabilities);
  if (registersFormatting(params.capabilities)) return RESULT;
  return { ...RESULT, capabilities: { ...RESULT.capabilities, ...formattingCapabilities } };
}

/** Serves one client over a connection, until it shuts down. */
export function serve(connection: Connection, platform: Platform): Session {
  const session = new Session(connection, platform);
  let started: InitializeParams | undefined;
  connection.onInitialize((params) => {
    started = params;
    if (typeof params.processId === 'number') platform.endWithProcess?.(params.processId);
    return initialize(connection, session, params);
  });
  connection.onInitialized(async () => {
    if (!started) return;
    session.starting(session.setRoots(rootsOf(started)), follow(connection, session, started.capabilities));
    await session.ready;
  });
  connection.onDidChangeWatchedFiles(({ changes }) => {
    const listed = changes.some(({ type }) => type !== FileChangeType.Changed);
    session.changes.onDisk(
      changes.map(({ uri }) => uri),
      listed,
    );
  });
  connection.onExecuteCommand((params, token) => render(session, params, token));
  connection.onNotification(TRUST_GRANTED, () => {
    session.client.trusted = true;
  });
  connection.onRequest(SELECTION, ({ uri }: SelectionParams) => selectionOf(session, uri));
  connection.onRequest(EXPLORER, async () => explorer(await session.view()));
  connection.onRequest(EXPLORER_DRIVERS, async ({ conf }: ExplorerDriversParams) => {
    const uri = normalized(conf);
    return explorerDrivers(await session.viewWithDrivers(uri), uri);
  });
  connection.onRequest(TOPOLOGY, (params: TopologyParams) => topologyOf(session, params));
  connection.onNotification(CHOOSE_CONF, ({ uri, conf }: ChooseConfParams) => {
    session.chooseConf(normalized(uri), conf === null ? undefined : normalized(conf));
  });
  connection.onNotification(CHOOSE_REQUEST, ({ uri, request }: ChooseRequestParams) => {
    session.chooseRequest(normalized(uri), request === null ? undefined : normalized(request));
  });
  connection.onRequest(NEW_REQUEST, ({ uri, vifType }: NewRequestParams) =>
    session.newRequest(normalized(uri), vifType),
  );
  connection.onNotification(CLOSE_RENDERING, (name: RenderingName) => {
    session.renderings.close(name);
  });
  connection.onShutdown(() => {
    session.stop();
  });
  listenToDocuments(connection, session);
  connection.listen();
  return session;
}
