import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Range } from 'vscode-languageserver-types';
import { toRange } from '../languageFeatures/convert';
import type { Fix, Problem, ProblemCode, RelatedPlace, Severity } from '../problems';
import type { Workspace } from '../workspace/workspace';
import { toPath } from './openWorkspace';

/** A place in a file, as the terminal gives it. */
export interface Located {
  /** The file's path, relative to the working directory where it lies below it. */
  readonly file: string;
  /** As in LSP: 0-based, in UTF-16 code units. */
  readonly range: Range;
}

/** A place elsewhere that explains a finding. */
export interface RelatedFinding extends Located {
  readonly message: string;
}

/** A change that mends a finding. */
export interface FindingFix {
  readonly title: string;
  readonly changes: readonly (Located & { readonly newText: string })[];
}

/** A problem as the terminal gives it. */
export interface Finding extends Located {
  readonly severity: Severity;
  readonly code: ProblemCode;
  readonly message: string;
  readonly related: readonly RelatedFinding[];
  readonly fixes: readonly FindingFix[];
}

/** Turns spans of files into places. */
class Locator {
  readonly #documents = new Map<string, TextDocument>();

  constructor(private readonly workspace: Workspace) {}

  locate({ uri, span }: Pick<RelatedPlace, 'uri' | 'span'>): Located {
    return { file: toPath(uri), range: toRange(this.#document(uri), span) };
  }

  #document(uri: string): TextDocument {
    const known = this.#documents.get(uri);
    if (known) return known;
    const document = TextDocument.create(uri, '', 0, this.workspace.files.text(uri) ?? '');
    this.#documents.set(uri, document);
    return document;
  }
}

function toFix({ title, changes }: Fix, locator: Locator): FindingFix {
  return { title, changes: changes.map(({ newText, ...place }) => ({ ...locator.locate(place), newText })) };
}

function toFinding(uri: string, problem: Problem, locator: Locator): Finding {
  const { span, severity, code, message, related = [], fixes = [] } = problem;
  return {
    ...locator.locate({ uri, span }),
    severity,
    code,
    message,
    related: related.map((place) => ({ ...locator.locate(place), message: place.message })),
    fixes: fixes.map((fix) => toFix(fix, locator)),
  };
}

/** The problems of these files, file by file, in the order of the text. `checked` is told how many files are done. */
export function findingsOf(
  workspace: Workspace,
  uris: readonly string[],
  checked: (count: number) => void,
): readonly Finding[] {
  const locator = new Locator(workspace);
  return uris.flatMap((uri, index) => {
    const problems = [...workspace.problems(uri)].sort((a, b) => a.span.start - b.span.start);
    checked(index + 1);
    return problems.map((problem) => toFinding(uri, problem, locator));
  });
}
