import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createOnigScanner, createOnigString, loadWASM } from 'vscode-oniguruma';
import { INITIAL, parseRawGrammar, Registry, type IGrammar, type IOnigLib } from 'vscode-textmate';
import type { Span } from '../../../server/src/text/span';
import { mark, marked } from '../markedText';

async function loadOniguruma(): Promise<IOnigLib> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(Uint8Array.from(wasm).buffer);
  return { createOnigScanner, createOnigString };
}

const registry = new Registry({
  onigLib: loadOniguruma(),
  loadGrammar: () => Promise.resolve(null),
});

/** Loads `syntaxes/<name>.tmLanguage.json` into the same engine that VS Code uses. */
export async function loadGrammar(name: string): Promise<IGrammar> {
  const file = new URL(`../../../syntaxes/${name}.tmLanguage.json`, import.meta.url);
  const raw = parseRawGrammar(await readFile(file, 'utf8'), file.pathname);
  return registry.addGrammar(raw);
}

/** One token: where it stands in the text, and its scopes from the outermost to the innermost. */
export interface Token {
  readonly span: Span;
  readonly scopes: readonly string[];
}

/** Tokenizes a text line by line, as an editor does. Lines end with `\n`. */
export function* tokensOf(grammar: IGrammar, text: string): Generator<Token> {
  let state = INITIAL;
  let lineStart = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of tokens) {
      const end = Math.min(endIndex, line.length);
      if (startIndex < end) yield { span: { start: lineStart + startIndex, end: lineStart + end }, scopes };
    }
    state = ruleStack;
    lineStart += line.length + 1;
  }
}

/** The stretches that have `scope`: neighbours in one line are joined. `scope` also stands for all that begin with it and a dot. */
export function spansWithScope(grammar: IGrammar, text: string, scope: string): Span[] {
  const spans: Span[] = [];
  for (const { span, scopes } of tokensOf(grammar, text)) {
    if (!scopes.some((one) => one === scope || one.startsWith(`${scope}.`))) continue;
    const last = spans.at(-1);
    if (last?.end === span.start) spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
  }
  return spans;
}

/** A case of a table: what it shows, a scope, and a text in which all that has this scope is marked. */
export type Case = readonly [title: string, scope: string, source: string];

/** Makes a test of each case. */
export function itMarks(name: string, cases: readonly Case[]): void {
  for (const [title, scope, source] of cases) {
    it(title, async () => {
      const { text } = marked(source);
      assert.equal(mark(text, spansWithScope(await loadGrammar(name), text, scope)), source);
    });
  }
}
