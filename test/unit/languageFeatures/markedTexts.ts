import type { Location } from 'vscode-languageserver-types';
import { toSpan } from '../../../server/src/languageFeatures/convert';
import type { WorkspaceView } from '../../../server/src/languageFeatures/workspaceView';
import type { Place } from '../../../server/src/text/span';
import type { Texts } from '../check/scenario';
import { mark, marked } from '../markedText';
import { pathOf, uriOf } from './workspace';

/** The texts of a folder out of a test, with the places that were marked in them. */
export interface MarkedTexts {
  readonly texts: Texts;
  /** The ranges (`<|…|>`). */
  readonly places: readonly Place[];
  /** The cursors (`|`). */
  readonly cursors: readonly { readonly uri: string; readonly offset: number }[];
}

/** Reads the marks out of every text of a folder. */
export function markedTexts(sources: Texts): MarkedTexts {
  const files = Object.entries(sources).map(([path, source]) => ({ path, uri: uriOf(path), ...marked(source) }));
  return {
    texts: Object.fromEntries(files.map(({ path, text }) => [path, text])),
    places: files.flatMap(({ uri, spans }) => spans.map((span) => ({ uri, span }))),
    cursors: files.flatMap(({ uri, cursors }) => cursors.map((offset) => ({ uri, offset }))),
  };
}

/** Puts marks around the locations: how a test says what was found. */
export function markTexts(texts: Texts, view: WorkspaceView, locations: readonly Location[]): Texts {
  const spansIn = (path: string): readonly ReturnType<typeof toSpan>[] =>
    locations.flatMap(({ uri, range }) => {
      const document = view.documentOf(uri);
      return document && pathOf(uri) === path ? [toSpan(document, range)] : [];
    });
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, mark(text, spansIn(path))]));
}
