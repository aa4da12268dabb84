import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import {
  LSPErrorCodes,
  ResponseError,
  type DocumentSymbol,
  type Position,
  type Range,
  type SelectionRange,
  type SemanticTokens,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FRAGMENTS } from '../fuzz/fragments';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

/** An edit of the file `file`, at shares of its length, and where one asks afterwards. */
const edit = fc.record({
  file: fc.nat(),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constant(0), fc.nat(12)),
  piece: fc.oneof(fc.constant(''), fc.constantFrom(...FRAGMENTS)),
  asked: fc.double({ min: 0, max: 1, noNaN: true }),
});
type Edit = typeof edit extends fc.Arbitrary<infer Value> ? Value : never;

function isBefore(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

function holds(outer: Range, inner: Range): boolean {
  return isBefore(outer.start, inner.start) && isBefore(inner.end, outer.end);
}

function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'start' in value && 'end' in value;
}

/** Every range in an answer, wherever in it. */
function rangesIn(value: unknown): readonly Range[] {
  if (isRange(value)) return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(rangesIn) : [];
}

function checkSymbols(symbols: readonly DocumentSymbol[], parent: Range): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.ok(name !== '' && holds(parent, range) && holds(range, selectionRange), name);
    checkSymbols(children, range);
  }
}

function checkGrowing(selection: SelectionRange, position: Position): void {
  assert.ok(holds(selection.range, { start: position, end: position }));
  const { parent } = selection;
  if (!parent) return;
  assert.ok(holds(parent.range, selection.range) && !holds(selection.range, parent.range));
  checkGrowing(parent, position);
}

/** Tokens come in order, and none begins before the last one ends. */
function checkTokens({ data }: SemanticTokens): void {
  let lastLength = 0;
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(at, at + 3);
    assert.ok(length > 0 && lines >= 0 && (lines > 0 || characters >= lastLength), data.join());
    lastLength = length;
  }
}

describe('after any edit', function () {
  this.timeout(60_000);
  const example = copyExample('802.1Qbh');
  const files = readdirSync(example.folder).filter((file) => !file.endsWith('.json'));
  let client: Client;
  before(async () => {
    client = await Client.start({ folder: example.folder });
    for (const file of files) await client.open(file);
  });
  after(async () => {
    assert.equal(await client.stop(), 0);
    example.dispose();
  });

  async function change(document: TextDocument, start: number, end: number, text: string): Promise<void> {
    const contentChanges = [{ range: { start: document.positionAt(start), end: document.positionAt(end) }, text }];
    TextDocument.update(document, contentChanges, document.version + 1);
    const { uri, version } = document;
    await client.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
  }

  /** The answer; `undefined` for a refusal that says why. */
  async function ask(method: string, params: object): Promise<unknown> {
    try {
      return await client.request(`textDocument/${method}`, params);
    } catch (error) {
      assert.ok(error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed, String(error));
      assert.match(error.message, /^[A-Z'].*\.$/su);
      return undefined;
    }
  }

  /** Asks all that there is to ask, and looks at the ranges of the answers. */
  async function askAll(document: TextDocument, offset: number): Promise<void> {
    const { uri } = document;
    const position = document.positionAt(offset);
    const whole = { start: document.positionAt(0), end: document.positionAt(document.getText().length) };
    const file = { textDocument: { uri } };
    const place = { ...file, position };
    const inThisFile = await Promise.all([
      ask('completion', place),
      ask('hover', place),
      ask('documentHighlight', place),
      ask('prepareRename', place),
      ask('documentLink', file),
      ask('codeLens', file),
      ask('formatting', { ...file, options: { tabSize: 2, insertSpaces: true } }),
    ]);
    await ask('definition', place);
    await ask('references', { ...place, context: { includeDeclaration: true } });
    await ask('rename', { ...place, newName: 'another' });
    await ask('inlayHint', { ...file, range: whole });
    await ask('codeAction', { ...file, range: whole, context: { diagnostics: [] } });
    const symbols = await ask('documentSymbol', file);
    const selections = await ask('selectionRange', { ...file, positions: [position] });
    const tokens = await ask('semanticTokens/full', file);
    for (const range of [...inThisFile, symbols].flatMap(rangesIn)) {
      const offsets = [range.start, range.end].map((end) => document.offsetAt(end));
      assert.deepEqual(
        [range.start, range.end],
        offsets.map((end) => document.positionAt(end)),
      );
      assert.ok(isBefore(range.start, range.end));
    }
    checkSymbols(symbols as DocumentSymbol[], whole);
    for (const selection of (selections ?? []) as SelectionRange[]) checkGrowing(selection, position);
    checkTokens((tokens ?? { data: [] }) as SemanticTokens);
  }

  async function play({ file, at, removed, piece, asked }: Edit): Promise<void> {
    const document = client.document(files[file % files.length] ?? '');
    const { length } = document.getText();
    const start = Math.floor(at * length);
    await change(document, start, Math.min(length, start + removed), piece);
    await askAll(document, Math.floor(asked * document.getText().length));
  }

  it('every request is answered, or refused with a reason, and names places inside of the files', async () => {
    const texts = files.map((file) => client.document(file).getText());
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
        for (const [index, file] of files.entries()) {
          const document = client.document(file);
          await change(document, 0, document.getText().length, texts[index] ?? '');
        }
        for (const each of edits) await play(each);
      }),
      { numRuns: 40, seed: 3, endOnFailure: true },
    );
  });
});
