import type { Range } from 'vscode-languageserver-types';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { toRange } from '../languageFeatures/convert';
import type { ProblemCode, Severity } from '../problems';
import type { Workspace } from '../workspace/workspace';
import { toPath } from './openWorkspace';

/** A problem as the terminal gives it. */
export interface Finding {
  /** The file's path, relative to the working directory where it lies below it. */
  readonly file: string;
  /** As in LSP: 0-based, in UTF-16 code units. */
  readonly range: Range;
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
}

/** The problems of these files, file by file, in the order of the text. */
export function findingsOf(workspace: Workspace, uris: readonly string[]): readonly Finding[] {
  return uris.flatMap((uri) => {
    const document = TextDocument.create(uri, '', 0, workspace.files.text(uri) ?? '');
    const problems = [...workspace.problems(uri)].sort((a, b) => a.span.start - b.span.start);
    return problems.map(({ span, severity, code, message }) => ({
      file: toPath(uri),
      range: toRange(document, span),
      severity,
      code,
      message,
    }));
  });
}
