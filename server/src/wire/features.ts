import { ResponseError } from 'vscode-jsonrpc';
import type {
  ClientCapabilities,
  CodeActionParams,
  CodeLensParams,
  DocumentFormattingParams,
  DocumentLinkParams,
  DocumentRangeFormattingParams,
  DocumentSymbolParams,
  FoldingRangeParams,
  InlayHintParams,
  Location,
  LocationLink,
  ReferenceParams,
  RenameParams,
  SelectionRangeParams,
  SemanticTokensParams,
  ServerCapabilities,
  TextDocumentPositionParams,
  WorkspaceSymbolParams,
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
import type { Connection } from './connection';
import { REQUEST_FAILED } from './numbers';
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
    if (error instanceof RenameRefused) throw new ResponseError(REQUEST_FAILED, error.message);
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
  connection.onRequest('textDocument/completion', async (params: TextDocumentPositionParams) => {
    const view = await session.viewWithDrivers(normalized(params.textDocument.uri));
    const { uri, offset } = placeOf(session, params);
    return complete(view, uri, offset, snippets);
  });
  connection.onRequest('textDocument/hover', async (params: TextDocumentPositionParams) => {
    const { view, uri, offset } = await at(params);
    return hover(view, uri, offset);
  });
  connection.onRequest(
    'textDocument/definition',
    async (params: TextDocumentPositionParams): Promise<LocationLink[] | Location[]> => {
      const { view, uri, offset } = await at(params);
      const found = definition(view, uri, offset);
      return links ? found : found.map(toLocation);
    },
  );
  connection.onRequest('textDocument/references', async (params: ReferenceParams) => {
    const { view, uri, offset } = await amongAll(params);
    return references(view, uri, offset, params.context.includeDeclaration);
  });
  connection.onRequest('textDocument/documentHighlight', async (params: TextDocumentPositionParams) => {
    const { view, uri, offset } = await at(params);
    const found = highlights(view, uri, offset);
    // An empty answer would keep the client from asking others, in a driver's source above all.
    return found.length > 0 ? found : null;
  });
  connection.onRequest('textDocument/prepareRename', async (params: TextDocumentPositionParams) => {
    const { view, uri, offset } = await amongAll(params);
    return refusing(() => prepareRename(view, uri, offset)) ?? null;
  });
  connection.onRequest('textDocument/rename', async (params: RenameParams) => {
    const { view, uri, offset } = await amongAll(params);
    return refusing(() => rename(view, uri, offset, params.newName));
  });
}

/** Answers about a whole file, or a stretch of it. */
function listenToFiles(connection: Connection, session: Session): void {
  connection.onRequest('textDocument/documentSymbol', async ({ textDocument }: DocumentSymbolParams) =>
    documentSymbols(await session.view(), normalized(textDocument.uri)),
  );
  connection.onRequest('workspace/symbol', async ({ query }: WorkspaceSymbolParams) =>
    workspaceSymbols(await session.wholeView(), query),
  );
  connection.onRequest('textDocument/foldingRange', async ({ textDocument }: FoldingRangeParams) =>
    foldingRanges(await session.view(), normalized(textDocument.uri)),
  );
  connection.onRequest('textDocument/selectionRange', async ({ textDocument, positions }: SelectionRangeParams) => {
    const view = await session.view();
    const offsets = positions.map((position) => placeOf(session, { textDocument, position }).offset);
    return selectionRanges(view, normalized(textDocument.uri), offsets);
  });
  connection.onRequest('textDocument/documentLink', async ({ textDocument }: DocumentLinkParams) =>
    documentLinks(await session.view(), normalized(textDocument.uri)),
  );
  connection.onRequest('textDocument/semanticTokens/full', async ({ textDocument }: SemanticTokensParams) =>
    semanticTokens(await session.view(), normalized(textDocument.uri)),
  );
  connection.onRequest('textDocument/inlayHint', async ({ textDocument, range }: InlayHintParams) => {
    const view = await session.view();
    const uri = normalized(textDocument.uri);
    const document = session.documents.get(uri);
    return document && session.configuration.own.inlayHints ? inlayHints(view, uri, toSpan(document, range)) : [];
  });
  connection.onRequest('textDocument/codeLens', async ({ textDocument }: CodeLensParams) =>
    session.configuration.own.codeLens ? codeLenses(await session.view(), normalized(textDocument.uri)) : [],
  );
  connection.onRequest('textDocument/codeAction', (params: CodeActionParams) => session.codeActions(params));
  connection.onRequest('textDocument/formatting', async ({ textDocument, options }: DocumentFormattingParams) =>
    format(await session.view(), normalized(textDocument.uri), options),
  );
  connection.onRequest(
    'textDocument/rangeFormatting',
    async ({ textDocument, options, range }: DocumentRangeFormattingParams) => {
      const view = await session.view();
      const uri = normalized(textDocument.uri);
      const document = session.documents.get(uri);
      return document ? format(view, uri, options, toSpan(document, range)) : [];
    },
  );
}

/** Answers every request of the language features. */
export function listenToFeatures(connection: Connection, session: Session, capabilities: ClientCapabilities): void {
  listenToPlaces(connection, session, capabilities);
  listenToFiles(connection, session);
}
