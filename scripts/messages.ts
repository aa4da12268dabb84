// What the extension says at run time, out of its sources: the texts that vscode.l10n.t is called with.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { asJson } from './manifest';

const SOURCES = path.join(__dirname, '../client/src');

/** The text of a call of vscode.l10n.t; `undefined` for everything else. */
function messageOf(node: ts.Node, file: ts.SourceFile): string | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText(file) !== 'vscode.l10n.t') return undefined;
  const [message] = node.arguments;
  if (message && ts.isStringLiteralLike(message)) return message.text;
  throw new Error(`${file.fileName}: vscode.l10n.t takes its text as a literal, so that it can be translated.`);
}

function messagesIn(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const message = messageOf(node, file);
    if (message !== undefined) found.push(message);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The texts of the client, each once, in the order of the alphabet. */
export function clientMessages(): readonly string[] {
  const names = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const found = names.flatMap((name) => {
    const text = readFileSync(path.join(SOURCES, name), 'utf8');
    return messagesIn(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  });
  return [...new Set(found)].sort();
}

/** l10n/bundle.l10n.json, which translators start from: each text by itself. */
export function messageBundle(): Promise<string> {
  return asJson(Object.fromEntries(clientMessages().map((message) => [message, message])));
}
