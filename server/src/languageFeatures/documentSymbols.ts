import type { DocumentSymbol } from 'vscode-languageserver-types';
import { cheetahSymbols } from './structure/cheetahSymbols';
import { novaConfSymbols } from './structure/novaConfSymbols';
import { templateSymbols } from './structure/templateSymbols';
import type { WorkspaceView } from './workspaceView';

/** The outline of a nova.conf or a template file. */
export function documentSymbols(view: WorkspaceView, uri: string): DocumentSymbol[] {
  const document = view.documentOf(uri);
  const template = view.template(uri);
  const conf = view.conf(uri);
  if (document && template?.file.dialect === 'cheetah') return cheetahSymbols(document, template.text, template.file);
  if (document && template) return templateSymbols(document, template);
  return document && conf ? novaConfSymbols(document, conf) : [];
}
