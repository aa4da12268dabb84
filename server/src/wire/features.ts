import {
  LSPErrorCodes,
  ResponseError,
  type ClientCapabilities,
  type Connection,
  type Location,
  type LocationLink,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { codeActionKinds, completionTriggers, semanticTokensLegend } from '../languageFeatures/announced';
import { codeLenses } from '../languageFeatures/codeLenses';
import { complete } from '../languageFeatures/completion';
import { toSpan } from '../languageFeatures/convert';
import { definition } from '../languageFeatures/definition';
import { documentLinks } from '../languageFeatures/documentLinks';
import { documentSymbols } from '../languageFeatures/documentSymbols';
import { foldingRanges } from '../languageFeatures/foldingRanges';
import { format } from '../languageFeatures/formatting';
import { highlights } from '../languageFeatures/highlights';
import { hover } from '../languageFeatures/hover';
import { inlayHints } from '../languageFeatures/inlayHints';
import { references } from '../languageFeatures/references';
import { prepareRename, rename } from '../languageFeatures/rename';
import { RenameRefused } from '../languageFeatures/rename/refused';
import { selectionRanges } from '../languageFeatures/selectionRanges';
import { semanticTokens } from '../languageFeatures/semanticTokens';
import { workspaceSymbols } from '../languageFeatures/workspaceSymbols';
import type { WorkspaceView } from '../languageFeatures/workspaceView';
import { normalized } from '../workspace/files';
import type { Session } from './session';

/** What the server offers on top of its diagnostics and its command. */
export const featureCapabilities = {
  completionProvider: { triggerCharacters: completionTriggers },
  hoverProvider: true,
  definitionProvider: true,
  referencesProvider: true,
  documentHighlightProvider: true,
  renameProvider: { prepareProvider: true },
  documentSymbolProvider: true,
  workspaceSymbolProvider: true,
  foldingRangeProvider: true,
  selectionRangeProvider: true,
  documentLinkProvider: {},
  semanticTokensProvider: { legend: semanticTokensLegend, full: true },
  inlayHintProvider: true,
  codeLensProvider: {},
  codeActionProvider: { codeActionKinds },
} satisfies ServerCapabilities;

/** Formatting, for a client that cannot be told for which languages: see `offerFormatting`. */
export const formattingCapabilities = {
  documentFormattingProvider: true,
  documentRangeFormattingProvider: true,
} satisfies ServerCapabilities;

/** A place in a file, as the features want it. */
interface FeaturePlace {
  readonly uri: string;
  readonly offset: number;
}

function placeOf(session: Session, { textDocument, position }: TextDocumentPositionParams): FeaturePlace {
  const uri = normalized(textDocument.uri);
  return { uri, offset: session.documents.get(uri)?.offsetAt(position) ?? 0 };
}

/** What a client gets that knows no links: where they lead. */
function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}

/** Makes a refused rename what a client shows to the user. */
function refusing<Answer>(answer: () => Answer): Answer {
  try {
    return answer();
  } catch (error) {
    if (error instanceof RenameRefused) throw new ResponseError(LSPErrorCodes.RequestFailed, error.message);
    throw error;
  }
}

/** Answers about one place: what to write there, and what the thing there is. */
function listenToPlaces(connection: Connection, session: Session, { textDocument }: ClientCapabilities): void {
  const snippets = textDocument?.completion?.completionItem?.snippetSupport === true;
  const links = textDocument?.definition?.linkSupport === true;
  const at = async (params: TextDocumentPositionParams): Promise<FeaturePlace & { readonly view: WorkspaceView }> => ({
    view: await session.view(),
    ...placeOf(session, params),
  });
  /** For answers that have to name every place. */
  const amongAll = async (params: TextDocumentPositionParams): ReturnType<typeof at> => {
    await session.ready;
    return at(params);
  };
  connection.onCompletion(async (params) => {
    const view = await session.viewWithDrivers(normalized(params.textDocument.uri));
    const { uri, offset } = placeOf(session, params);
    return complete(view, uri, offset, snippets);
  });
  connection.onHover(async (params) => {
    const { view, uri, offset } = await at(params);
    return hover(view, uri, offset);
  });
  connection.onDefinition(async (params): Promise<LocationLink[] | Location[]> => {
    const { view, uri, offset } = await at(params);
    const found = definition(view, uri, offset);
    return links ? found : found.map(toLocation);
  });
  connection.onReferences(async (params) => {
    const { view, uri, offset } = await amongAll(params);
    return references(view, uri, offset, params.context.includeDeclaration);
  });
  connection.onDocumentHighlight(async (params) => {
    const { view, uri, offset } = await at(params);
    const found = highlights(view, uri, offset);
    // An empty answer would keep the client from asking others, in a driver's source above all.
    return found.length > 0 ? found : null;
  });
  connection.onPrepareRename(async (params) => {
    const { view, uri, offset } = await amongAll(params);
    return refusing(() => prepareRename(view, uri, offset)) ?? null;
  });
  connection.onRenameRequest(async (params) => {
    const { view, uri, offset } = await amongAll(params);
    return refusing(() => rename(view, uri, offset, params.newName));
  });
}

/** Answers about a whole file, or a stretch of it. */
function listenToFiles(connection: Connection, session: Session): void {
  connection.onDocumentSymbol(async ({ textDocument }) =>
    documentSymbols(await session.view(), normalized(textDocument.uri)),
  );
  connection.onWorkspaceSymbol(async ({ query }) => workspaceSymbols(await session.wholeView(), query));
  connection.onFoldingRanges(async ({ textDocument }) =>
    foldingRanges(await session.view(), normalized(textDocument.uri)),
  );
  connection.onSelectionRanges(async ({ textDocument, positions }) => {
    const view = await session.view();
    const offsets = positions.map((position) => placeOf(session, { textDocument, position }).offset);
    return selectionRanges(view, normalized(textDocument.uri), offsets);
  });
  connection.onDocumentLinks(async ({ textDocument }) =>
    documentLinks(await session.view(), normalized(textDocument.uri)),
  );
  connection.languages.semanticTokens.on(async ({ textDocument }) =>
    semanticTokens(await session.view(), normalized(textDocument.uri)),
  );
  connection.languages.inlayHint.on(async ({ textDocument, range }) => {
    const view = await session.view();
    const uri = normalized(textDocument.uri);
    const document = session.documents.get(uri);
    return document && session.configuration.own.inlayHints ? inlayHints(view, uri, toSpan(document, range)) : [];
  });
  connection.onCodeLens(async ({ textDocument }) =>
    session.configuration.own.codeLens ? codeLenses(await session.view(), normalized(textDocument.uri)) : [],
  );
  connection.onCodeAction((params) => session.codeActions(params));
  connection.onDocumentFormatting(async ({ textDocument, options }) =>
    format(await session.view(), normalized(textDocument.uri), options),
  );
  connection.onDocumentRangeFormatting(async ({ textDocument, options, range }) => {
    const view = await session.view();
    const uri = normalized(textDocument.uri);
    const document = session.documents.get(uri);
    return document ? format(view, uri, options, toSpan(document, range)) : [];
  });
}

/** Answers every request of the language features. */
export function listenToFeatures(connection: Connection, session: Session, capabilities: ClientCapabilities): void {
  listenToPlaces(connection, session, capabilities);
  listenToFiles(connection, session);
}
