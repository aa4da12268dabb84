import { URI } from 'vscode-uri';
import { createDriverRunner } from '../driver/run';
import { installation } from '../installation';
import { Renderer } from '../rendering/renderer';
import { nodeDisk } from '../workspace/nodeDisk';
import type { Platform } from './platform';

/** A machine with a disk and processes. */
export const nodePlatform: Platform = {
  disk: nodeDisk,
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
