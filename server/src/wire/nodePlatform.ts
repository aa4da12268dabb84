import { existsSync, readFileSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { createDriverRunner } from '../driver/run';
import { installation } from '../installation';
import { Renderer } from '../rendering/renderer';
import { nodeDisk } from '../workspace/nodeDisk';
import type { Platform } from './platform';
import { problemLinks } from './problemLinks';

/** Reads the page where it was installed; a server that was copied alone has none. */
function readProblemLinks(): ReadonlyMap<string, string> {
  const page = installation.problemsPage;
  return existsSync(page) ? problemLinks(URI.file(page).toString(), readFileSync(page, 'utf8')) : new Map();
}

/** A machine with a disk and processes. */
export const nodePlatform: Platform = {
  disk: nodeDisk,
  problemLinks: readProblemLinks,
  createRenderer: (workspace, { forbiddenFolders, pythonPath, driverTimeLimit }) => {
    const runner = createDriverRunner({
      hosts: installation.hosts,
      forbiddenFolders: forbiddenFolders.map((folder) => URI.parse(folder).fsPath),
      timeLimit: driverTimeLimit,
      ...(pythonPath !== undefined && { python: pythonPath }),
    });
    return new Renderer(workspace, runner, installation.defaultRequest);
  },
};
