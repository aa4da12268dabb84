import * as vscode from 'vscode';
import type { RenderedDocuments } from './renderedDocuments';
import { toVsCode } from './ranges';
import { inDocument, type Shown } from './shown';

const SEVERITIES = [
  vscode.DiagnosticSeverity.Error,
  vscode.DiagnosticSeverity.Warning,
  vscode.DiagnosticSeverity.Information,
  vscode.DiagnosticSeverity.Hint,
];

function diagnosticsOf(shown: Shown): readonly vscode.Diagnostic[] {
  return shown.answer.problems.map(({ range, message, severity = 1, code, source }) => {
    const text = typeof message === 'string' ? message : message.value;
    const diagnostic = new vscode.Diagnostic(toVsCode(inDocument(shown, range)), text, SEVERITIES[severity - 1]);
    return Object.assign(diagnostic, { code, source });
  });
}

/** Shows what is wrong with rendered XML in its document too, while that is open. */
export function showProblems(documents: RenderedDocuments): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('openstackVif.rendered');
  return vscode.Disposable.from(
    collection,
    documents.onDidChange((uri) => {
      const shown = documents.shown(uri);
      if (shown) collection.set(uri, diagnosticsOf(shown));
      else collection.delete(uri);
    }),
  );
}
