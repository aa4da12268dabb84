import { DiagnosticSeverity, DiagnosticTag, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Problem, ProblemCode, RelatedPlace, Severity } from '../problems';
import { toRange, type DocumentOf } from './convert';

/** What diagnostics are signed with. */
export const SOURCE = 'OpenStack VIF';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

function relatedInformation(
  related: readonly RelatedPlace[],
  documentOf: DocumentOf,
): NonNullable<Diagnostic['relatedInformation']> {
  return related.flatMap(({ uri, span, message }) => {
    const document = documentOf(uri);
    return document ? [{ location: { uri: document.uri, range: toRange(document, span) }, message }] : [];
  });
}

/** How editors show some codes beside their severity: faded, or struck through. */
const TAGS: Readonly<Partial<Record<ProblemCode, DiagnosticTag>>> = {
  'driver.key-unused': DiagnosticTag.Unnecessary,
  'nova-conf.option-repeated': DiagnosticTag.Unnecessary,
  'nova-conf.option-deprecated': DiagnosticTag.Deprecated,
  'nova-conf.option-removed': DiagnosticTag.Deprecated,
};

/** The diagnostic of a problem. Related places in files that are gone are left out. */
export function toDiagnostic(document: TextDocument, problem: Problem, documentOf: DocumentOf): Diagnostic {
  const tag = TAGS[problem.code];
  const related = relatedInformation(problem.related ?? [], documentOf);
  return {
    source: SOURCE,
    code: problem.code,
    severity: SEVERITIES[problem.severity],
    range: toRange(document, problem.span),
    message: problem.message,
    ...(tag !== undefined && { tags: [tag] }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}
