import assert from 'node:assert/strict';
import type { CodeAction } from 'vscode-languageserver-types';
import { codeActions } from '../../../server/src/languageFeatures/codeActions';
import type { Span } from '../../../server/src/text/span';
import { Scenario, type Texts } from '../check/scenario';
import { applied } from './applyEdits';
import { uriOf, viewOf } from './workspace';

/** Where an action is asked for, and how. */
export interface Request {
  readonly texts: Texts;
  readonly path: string;
  /** The cursor is at the first place of this text; at the file's start without it. */
  readonly at?: string;
  readonly only?: readonly string[];
  readonly createFiles?: boolean;
}

/** The actions that are offered for a file with its real problems. */
export function offered({ texts, path, at = '', only, createFiles = true }: Request): readonly CodeAction[] {
  const offset = texts[path]?.indexOf(at) ?? -1;
  assert.ok(offset >= 0, `${path} does not hold ${at}`);
  const span: Span = { start: offset, end: offset };
  const problems = new Scenario(texts).problems(path);
  return codeActions(viewOf(texts), uriOf(path), problems, span, only, { createFiles });
}

/** The titles of the actions that are offered. */
export function titles(request: Request): readonly string[] {
  return offered(request).map(({ title }) => title);
}

/** The texts after the action of that title. */
export function after(request: Request, title: string): Texts {
  const action = offered(request).find((found) => found.title === title);
  assert.ok(action?.edit, `no "${title}" in: ${titles(request).join('; ')}`);
  return applied(request.texts, action.edit);
}
