import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Starts the server as the client library would: with a channel for messages, and its output for whoever keeps the log. */
function startServer(program: string, folder: string | undefined): ChildProcess {
  const server = fork(program, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    ...(folder !== undefined && existsSync(folder) && { cwd: folder }),
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', ELECTRON_NO_ASAR: '1' },
    execArgv: [],
    silent: true,
  });
  // A process that cannot be started has ended: that is what its client hears. An error that nobody listens to would end VS Code's own process.
  server.on('error', () => undefined);
  return server;
}

/**
 * The processes of the server: one at a time, and another one where it crashed. The first is started ahead: while it starts, its
 * client is loaded.
 */
export class ServerProcesses {
  #ahead: ChildProcess | undefined;

  /**
   * @param program the server's file
   * @param folder where it is started, while there is such a folder
   */
  constructor(
    private readonly program: string,
    private readonly folder: string | undefined,
  ) {
    try {
      this.#ahead = startServer(program, folder);
    } catch {
      // The client asks for one again, and tells why that is not possible.
    }
  }

  /** A process for a client: the one that was started ahead, unless it is taken or has ended. */
  take(): ChildProcess {
    const ahead = this.#ahead;
    this.#ahead = undefined;
    return ahead?.exitCode === null && ahead.signalCode === null ? ahead : startServer(this.program, this.folder);
  }

  /** Ends the process that was started ahead, where no client has taken it. */
  dispose(): void {
    this.#ahead?.kill();
    this.#ahead = undefined;
  }
}
