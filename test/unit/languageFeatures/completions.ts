import type { CompletionItem } from 'vscode-languageserver-types';
import { complete } from '../../../server/src/languageFeatures/completion';
import type { Texts } from '../check/scenario';
import * as client from './acceptItem';
import { uriOf, viewOf, type ViewOptions } from './workspace';

/** Files, one of which has the cursor: `|`. */
export interface Setting {
  readonly texts?: Texts;
  readonly path: string;
  readonly source: string;
  readonly options?: ViewOptions;
  /** Whether the client knows tab stops. */
  readonly snippets?: boolean;
}

/** What is offered at the cursor, in the order in which a client shows it. */
export function offered({ texts = {}, path, source, options, snippets = true }: Setting): readonly CompletionItem[] {
  const { text, offset } = client.withCursor(source);
  const view = viewOf({ ...texts, [path]: text }, options);
  const items = complete(view, uriOf(path), offset, snippets);
  return [...items].sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

export function labels(setting: Setting): readonly string[] {
  return offered(setting).map(({ label }) => label);
}

/** The text after an item was accepted, with the caret where it then is. */
export function accepted(setting: Setting, label: string): string {
  return client.accepted(setting.source, offered(setting), label);
}
