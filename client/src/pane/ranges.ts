import * as vscode from 'vscode';
import type { Range } from 'vscode-languageserver-types';

/** A range as VS Code has it. */
export function toVsCode({ start, end }: Range): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
