import * as vscode from 'vscode';
import type { RenderingName } from '../../../server/src/wire/protocol';
import { renderingTitle } from '../renderingTitle';

/** The scheme of the documents that show rendered interface XML. */
export const RENDERED_SCHEME = 'openstack-vif';

/** What a document's query holds: the name of its rendering, and whether it keeps what that was when it was last asked for. */
interface Query extends RenderingName {
  readonly earlier?: true;
}

function queryOf({ scheme, query }: vscode.Uri): Query | undefined {
  if (scheme !== RENDERED_SCHEME) return undefined;
  try {
    return JSON.parse(query) as Query;
  } catch {
    return undefined;
  }
}

/** One document for each rendering: its name is in the query, and short in the path. */
export function documentUri({ uri, vifType, driver, part }: RenderingName): vscode.Uri {
  const path = `/${renderingTitle(vscode.Uri.parse(uri).path, { vifType, driver, part })}.xml`;
  return vscode.Uri.from({ scheme: RENDERED_SCHEME, path, query: JSON.stringify({ uri, vifType, driver, part }) });
}

/** The document that keeps what a rendering was when it was last asked for. */
export function earlierUri(rendering: RenderingName): vscode.Uri {
  const document = documentUri(rendering);
  return document.with({ query: JSON.stringify({ ...renderingOf(document), earlier: true }) });
}

/** Whether a document keeps what a rendering was. */
export function isEarlier(document: vscode.Uri): boolean {
  return queryOf(document)?.earlier === true;
}

/** Which rendering a document is of; `undefined` for one that is of none. */
export function renderingOf(document: vscode.Uri): RenderingName | undefined {
  const query = queryOf(document);
  return query && { uri: query.uri, vifType: query.vifType, driver: query.driver, part: query.part };
}
