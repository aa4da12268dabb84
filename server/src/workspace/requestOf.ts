import { URI, Utils } from 'vscode-uri';
import type { RequestNames } from '../check/checkCheetah';
import { parseRequest } from '../request/parseRequest';
import { REQUEST_NAME } from './fileKind';
import { type Files, folderOf } from './files';
import { foldersUpwards } from './layout';

/** What has to be known to find the request of a template. */
export interface RequestSources {
  readonly files: Files;
  /** The folders that the workspace consists of. */
  readonly roots: readonly string[];
  /** The request that the user has chosen for the templates of a file's folder. */
  readonly chosenRequest: (uri: string) => string | undefined;
}

/** As `Views.requestFile`. */
export function requestFile({ files, roots, chosenRequest }: RequestSources, template: string): string | undefined {
  const chosen = chosenRequest(template);
  if (chosen !== undefined && files.exists(chosen)) return chosen;
  return foldersUpwards(folderOf(template), roots)
    .map((folder) => Utils.joinPath(URI.parse(folder), REQUEST_NAME).toString())
    .find((uri) => files.exists(uri));
}

/** As `Views.requestNames`. */
export function requestNames(sources: RequestSources, template: string): RequestNames | undefined {
  const uri = requestFile(sources, template);
  const text = uri === undefined ? undefined : sources.files.text(uri);
  const parsed = text === undefined ? undefined : parseRequest(text);
  if (uri === undefined || parsed?.kind !== 'request' || parsed.request.template.size === 0) return undefined;
  return { request: Utils.basename(URI.parse(uri)), names: new Set(parsed.request.template.keys()) };
}
