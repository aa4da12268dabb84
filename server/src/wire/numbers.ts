import type { FileChangeType, LSPErrorCodes, TextDocumentSyncKind } from 'vscode-languageserver';

// LSP's own numbers. The library that has names for them would be loaded for these alone.

/** A document is told of by what has changed in it. */
export const INCREMENTAL: typeof TextDocumentSyncKind.Incremental = 2;

/** A file on the disk has other content. */
export const CHANGED: typeof FileChangeType.Changed = 2;

/** The request was understood, and cannot be fulfilled: the message says why. */
export const REQUEST_FAILED: typeof LSPErrorCodes.RequestFailed = -32803;
