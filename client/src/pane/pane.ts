import * as vscode from 'vscode';
import type { RenderedDocuments } from './renderedDocuments';
import { RENDERED_SCHEME } from './renderingUri';
import { Highlights } from './highlights';
import { showProblems } from './problems';
import { RunAgain } from './runAgain';
import { Values } from './values';

/** What there is to see and to do in rendered documents. */
export function registerPane(documents: RenderedDocuments): vscode.Disposable {
  const selector = { scheme: RENDERED_SCHEME };
  const values = new Values(documents);
  const runAgain = new RunAgain(documents);
  return vscode.Disposable.from(
    new Highlights(documents),
    showProblems(documents),
    vscode.languages.registerHoverProvider(selector, values),
    vscode.languages.registerDefinitionProvider(selector, values),
    runAgain,
    vscode.languages.registerCodeLensProvider(selector, runAgain),
  );
}
