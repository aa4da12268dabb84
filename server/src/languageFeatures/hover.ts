import { MarkupKind, type Hover } from 'vscode-languageserver-types';
import { toRange } from './convert';
import { describeDevice } from './hover/device';
import { describeDriver } from './hover/driver';
import { describeName } from './hover/name';
import { describeOption } from './hover/option';
import { describeOutputKey } from './hover/outputKey';
import { describePlaceholder } from './hover/placeholder';
import { describeVifType } from './hover/vifType';
import type { Subject } from './subjects/subject';
import { subjectAt } from './subjects/subjectAt';
import type { WorkspaceView } from './workspaceView';

/** What is known of the thing at a place, as Markdown; `undefined` where there is nothing to say. */
export function hover(view: WorkspaceView, uri: string, offset: number): Hover | undefined {
  const document = view.documentOf(uri);
  const subject = subjectAt(view, uri, offset);
  const template = view.template(uri);
  const device = template && describeDevice(template, offset);
  if (!document || !(subject ?? device)) return undefined;
  // Where a template's name is at the same time that of an element, there are two things to say.
  const paragraphs = [
    ...(subject ? describe(view, subject) : []),
    ...(subject?.kind === 'placeholder' || subject?.kind === 'name' ? [] : (device?.paragraphs ?? [])),
  ];
  const span = subject?.span ?? device?.span;
  if (paragraphs.length === 0 || !span) return undefined;
  const contents = { kind: MarkupKind.Markdown, value: paragraphs.join('\n\n') };
  return { contents, range: toRange(document, span) };
}

/** The paragraphs on a subject, the title first. */
function describe(view: WorkspaceView, subject: Subject): string[] {
  switch (subject.kind) {
    case 'placeholder':
      return describePlaceholder(view, subject);
    case 'output-key':
      return describeOutputKey(view, subject);
    case 'name':
      return describeName(view, subject);
    case 'vif-type':
      return describeVifType(view, subject);
    case 'driver':
      return describeDriver(view, subject);
    case 'option':
      return describeOption(view, subject);
    case 'section':
      return [];
  }
}
