import { existsSync, readFileSync } from 'node:fs';
import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { installation, readDefaultRequest } from '../installation';
import { diskByScheme } from '../workspace/diskByScheme';
import { MirrorDisk } from '../workspace/mirrorDisk';
import { nodeDisk } from '../workspace/nodeDisk';
import { clientFiles } from './clientFiles';
import { endWithProcess } from './clientProcess';
import { createNodeRenderer } from './nodeRenderer';
import type { Platform } from './platform';
import { problemLinks } from './problemLinks';

/** Reads the page where it was installed; a server that was copied alone has none. */
function readProblemLinks(): ReadonlyMap<string, string> {
  const page = installation.problemsPage;
  return existsSync(page) ? problemLinks(URI.file(page).toString(), readFileSync(page, 'utf8')) : new Map();
}

/** A machine with a disk and processes. The client has the files that lie elsewhere. */
export const nodePlatform = (connection: Connection): Platform => ({
  disk: diskByScheme(nodeDisk, new MirrorDisk(clientFiles(connection))),
  // A timer waits for a millisecond at least, which is more than most edits take.
  nextTurn: setImmediate,
  shippedFolder: URI.file(installation.drivers).toString(),
  problemLinks: readProblemLinks,
  defaultRequest: readDefaultRequest,
  endWithProcess,
  createRenderer: createNodeRenderer,
});
