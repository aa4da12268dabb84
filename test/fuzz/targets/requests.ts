import type { Position, Range } from 'vscode-languageserver/node';

/** Where something is asked for. */
export interface Asked {
  readonly uri: string;
  readonly position: Position;
  readonly whole: Range;
}

const file = ({ uri }: Asked): object => ({ textDocument: { uri } });
const place = ({ uri, position }: Asked): object => ({ textDocument: { uri }, position });
const stretch = ({ uri, whole }: Asked): object => ({ textDocument: { uri }, range: whole });
const options = { tabSize: 2, insertSpaces: true };

/** Every request that the server answers, and what it is asked with. */
export const REQUESTS: Readonly<Record<string, (asked: Asked) => object>> = {
  'textDocument/completion': place,
  'textDocument/hover': place,
  'textDocument/definition': place,
  'textDocument/references': (asked) => ({ ...place(asked), context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': place,
  'textDocument/prepareRename': place,
  'textDocument/rename': (asked) => ({ ...place(asked), newName: 'another' }),
  'textDocument/documentSymbol': file,
  'textDocument/foldingRange': file,
  'textDocument/selectionRange': (asked) => ({ ...file(asked), positions: [asked.position] }),
  'textDocument/documentLink': file,
  'textDocument/semanticTokens/full': file,
  'textDocument/inlayHint': stretch,
  'textDocument/codeLens': file,
  'textDocument/codeAction': (asked) => ({ ...stretch(asked), context: { diagnostics: [] } }),
  'textDocument/formatting': (asked) => ({ ...file(asked), options }),
  'textDocument/rangeFormatting': (asked) => ({ ...stretch(asked), options }),
  'workspace/symbol': () => ({ query: 'a' }),
};
