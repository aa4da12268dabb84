import { join } from 'node:path';
import type { HostCommand } from './hostProcess';

/** How the Python host is started: isolated, so that neither the environment nor the folder changes what Python imports. */
export function pythonCommand(python: string, hosts: string): HostCommand {
  const args = ['-I', join(hosts, 'python_host.py')];
  return { file: python, args, folder: hosts, environment: process.env, answers: 1 };
}

/** How the JavaScript host is started: by the Node that this process is. */
export function javascriptCommand(hosts: string): HostCommand {
  const args = [join(hosts, 'javascriptHost.js')];
  const environment = javascriptEnvironment(process.env, process.versions.electron);
  return { file: process.execPath, args, folder: hosts, environment, answers: 3 };
}

/** The environment that makes this process's program start as a plain Node, also where that program is Electron. */
export function javascriptEnvironment(own: NodeJS.ProcessEnv, electron: string | undefined): NodeJS.ProcessEnv {
  // NODE_OPTIONS is meant for this process: a debugger's, say.
  const environment = { ...own, NODE_OPTIONS: undefined };
  return electron === undefined ? environment : { ...environment, ELECTRON_RUN_AS_NODE: '1' };
}
