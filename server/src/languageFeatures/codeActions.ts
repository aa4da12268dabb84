import type { CodeActionKind, CodeAction } from 'vscode-languageserver-types';
import type { Problem } from '../problems';
import type { Span } from '../text/span';
import { convertToIni } from './codeActions/convertToIni';
import { createDriver } from './codeActions/createDriver';
import { createTemplate } from './codeActions/createTemplate';
import { declareKeys } from './codeActions/declareKeys';
import { fixAll } from './codeActions/fixAll';
import { isWanted } from './codeActions/kinds';
import { quickFixes } from './codeActions/quickFixes';
import { optionalPlaceholder } from './codeActions/optionalPlaceholder';
import { quotePlaceholder } from './codeActions/quotePlaceholder';
import type { WorkspaceView } from './workspaceView';

/** What the client can do with an edit. */
export interface CodeActionOptions {
  /** Whether an edit may create a file. Without it, actions that need one are not offered. */
  readonly createFiles: boolean;
}

/**
 * What can be done at `span` of a file with these problems: their quick fixes, and rewritings. `only` are the kinds that
 * the client asks for, those below them included; where it is missing, all but source actions, which go for the whole file.
 */
export function codeActions(
  view: WorkspaceView,
  uri: string,
  problems: readonly Problem[],
  span: Span,
  only: readonly CodeActionKind[] | undefined,
  { createFiles }: CodeActionOptions,
): CodeAction[] {
  const document = view.documentOf(uri);
  if (!document) return [];
  const template = view.template(uri);
  const conf = view.conf(uri);
  const driver = view.driver(uri);
  const context = { view, document, problems, span, createFiles };
  const actions = [
    ...quickFixes(context),
    ...(conf ? [...createTemplate(context, conf), ...createDriver(context, conf), ...convertToIni(context, conf)] : []),
    ...(template?.file.dialect === 'plain'
      ? [...quotePlaceholder(context, template.file), ...optionalPlaceholder(context, template.file)]
      : []),
    ...(driver ? declareKeys(context, driver) : []),
    ...fixAll(context, uri),
  ];
  return actions.filter(({ kind }) => isWanted(kind, only));
}
