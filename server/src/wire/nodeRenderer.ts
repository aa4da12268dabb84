import { URI } from 'vscode-uri';
import { createDriverRunner } from '../driver/run';
import { installation, readDefaultRequest } from '../installation';
import { machineJudges } from '../judges/machineJudges';
import { Renderer } from '../rendering/renderer';
import type { Workspace } from '../workspace/workspace';
import type { RunOptions } from './platform';

/** Makes what runs drivers as processes of the machine, and asks its programs what they think of the XML. */
export function createNodeRenderer(workspace: Workspace, options: RunOptions): Renderer {
  const forbidden = options.forbiddenFolders.map((folder) => URI.parse(folder).fsPath);
  const runner = createDriverRunner({
    hosts: installation.hosts,
    shipped: installation.drivers,
    forbiddenFolders: forbidden,
    timeLimit: options.driverTimeLimit,
    ...(options.pythonPath !== undefined && { python: options.pythonPath }),
  });
  return new Renderer(workspace, runner, readDefaultRequest, machineJudges(forbidden));
}
