import { ok } from 'node:assert/strict';
import type { Fix } from '../../server/src/problems';

/** The text of the document `uri` after a fix, which must change it. */
export function applyFix(text: string, uri: string, fix: Fix | undefined): string {
  const changes = fix?.changes.filter((change) => change.uri === uri) ?? [];
  ok(changes.length > 0, `no fix changes ${uri}`);
  return [...changes]
    .sort((a, b) => b.span.start - a.span.start)
    .reduce((fixed, { span, newText }) => fixed.slice(0, span.start) + newText + fixed.slice(span.end), text);
}
