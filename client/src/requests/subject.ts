import * as vscode from 'vscode';
import type { ExplorerNode, NewRequestParams } from '../../../server/src/wire/protocol';
import { renderingOf } from '../pane/renderingUri';

/** The languages of the files that requests are for. */
const LANGUAGES = ['vif-template', 'nova-conf'];

/** What a line of the explorer stands for. */
function ofNode(node: ExplorerNode): NewRequestParams | undefined {
  if ('conf' in node) return { uri: node.conf };
  const vifType = node.kind === 'template' ? node.vifType : undefined;
  return node.place && { uri: node.place.uri, ...(vifType !== undefined && { vifType }) };
}

/** The template or nova.conf that a command about requests is for: a line of the explorer, or the document at hand. */
export function subjectOf(argument: unknown): NewRequestParams | undefined {
  if (argument instanceof vscode.Uri) return { uri: argument.toString() };
  if (typeof argument === 'object' && argument !== null && 'kind' in argument) return ofNode(argument as ExplorerNode);
  const document = vscode.window.activeTextEditor?.document;
  if (!document) return undefined;
  const rendered = renderingOf(document.uri);
  if (rendered) return { uri: rendered.uri };
  return LANGUAGES.includes(document.languageId) ? { uri: document.uri.toString() } : undefined;
}
