import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  FIND_FILES,
  READ_DIRECTORY,
  READ_FILE,
  type FindFilesParams,
  type ReadDirectoryParams,
  type ReadFileParams,
} from '../../server/src/wire/protocol';
import { fitsGlob } from './nameGlob';

/** Where VS Code searches by itself. Elsewhere folder after folder is read: a search waits for a provider that may never come. */
const SEARCHED_SCHEMES = ['file', 'vscode-vfs'];
/** How long (ms) a search may take. */
const SEARCH_LIMIT = 20_000;

const { fs } = vscode.workspace;

/** The text with its byte order mark; `null` for what cannot be read. */
async function readFile({ uri }: ReadFileParams): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    return null;
  }
}

/** What a folder holds; nothing where it cannot be read. */
async function entriesOf(folder: vscode.Uri): Promise<readonly [name: string, type: vscode.FileType][]> {
  try {
    return await fs.readDirectory(folder);
  } catch {
    return [];
  }
}

async function readDirectory({ uri }: ReadDirectoryParams): Promise<readonly string[]> {
  return (await entriesOf(vscode.Uri.parse(uri))).map(([name]) => name);
}

async function walk(folder: vscode.Uri, wanted: FindFilesParams): Promise<readonly vscode.Uri[]> {
  const { patterns, ignored, deep } = wanted;
  const entries = await entriesOf(folder);
  const files = entries.filter(
    ([name, type]) => (type & vscode.FileType.File) !== 0 && patterns.some((pattern) => fitsGlob(name, pattern)),
  );
  const folders = deep
    ? entries.filter(([name, type]) => type === vscode.FileType.Directory && !ignored.includes(name))
    : [];
  const below = await Promise.all(folders.map(([name]) => walk(vscode.Uri.joinPath(folder, name), wanted)));
  return [...files.map(([name]) => vscode.Uri.joinPath(folder, name)), ...below.flat()];
}

/** VS Code's own search; `undefined` where there is none, or it takes too long. */
async function search(
  folder: vscode.Uri,
  { patterns, ignored, deep }: FindFilesParams,
): Promise<readonly vscode.Uri[] | undefined> {
  if (!SEARCHED_SCHEMES.includes(folder.scheme)) return undefined;
  const exclude = `**/{${ignored.join(',')}}/**`;
  const searches = patterns.map((pattern) =>
    vscode.workspace.findFiles(new vscode.RelativePattern(folder, deep ? `**/${pattern}` : pattern), exclude),
  );
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, SEARCH_LIMIT, undefined));
  return (await Promise.race([Promise.all(searches), late]))?.flat();
}

async function findFiles(wanted: FindFilesParams): Promise<readonly string[]> {
  const folder = vscode.Uri.parse(wanted.folder);
  const found = (await search(folder, wanted)) ?? (await walk(folder, wanted));
  return found.map(String);
}

/** Answers a server that has no disk out of the workspace's files, wherever they lie. */
export function answerForFiles(client: BaseLanguageClient): readonly vscode.Disposable[] {
  return [
    client.onRequest(READ_FILE, readFile),
    client.onRequest(READ_DIRECTORY, readDirectory),
    client.onRequest(FIND_FILES, findFiles),
  ];
}
