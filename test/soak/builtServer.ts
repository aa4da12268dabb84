import { once } from 'node:events';
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import type { Server } from '../fuzz/targets/trafficClient';

const SERVER = path.join(__dirname, '../../dist/server.js');
const PROBE = path.join(__dirname, 'probe.cjs');

/** What a process holds. */
export interface Held {
  /** Bytes of the heap that are in use, garbage taken away. */
  readonly heap: number;
  /** Sockets, processes and the like that are open. */
  readonly resources: number;
  /** Open files; 0 where the system does not tell. */
  readonly files: number;
  /** Listeners of the process. */
  readonly listeners: number;
}

/** The server as it was built, in a process of its own which says what it holds. */
export interface BuiltServer extends Server {
  readonly held: () => Promise<Held>;
}

export function startBuiltServer(): BuiltServer {
  const server = spawn(process.execPath, ['--expose-gc', '--require', PROBE, SERVER, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit', 'ipc'],
  });
  const { stdin, stdout } = server;
  if (!stdin || !stdout) throw new Error('The server has no pipes.');
  const client = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
  client.listen();
  return {
    client,
    held: async () => {
      server.send('held');
      const [said] = (await once(server, 'message')) as [Held];
      return said;
    },
    dispose: () => {
      client.dispose();
      server.kill();
    },
  };
}
