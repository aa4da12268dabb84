import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { closeSync, cpSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PYTHON } from './debian';
import { freePort } from './freePort';

const FILES = path.join(import.meta.dirname, 'server');
const CONFIGURATIONS = ['neutron.conf', 'ml2.ini'];
/** How long (ms) the server may take to answer for the first time, and to end. */
const PATIENCE = 60_000;
const GRACE = 5_000;

/** A real neutron-server on 127.0.0.1, which believes everyone. Its agents are rows of its table: see create_database.py. */
export class NeutronServer {
  private constructor(
    /** Where it answers, such as `http://127.0.0.1:40001`. */
    readonly endpoint: string,
    readonly folder: string,
    private readonly child: ChildProcess,
  ) {
    // Where the tests are broken off, nobody stops it.
    process.once('exit', this.#kill);
  }

  /** Starts one in a folder of its own, and waits until it answers. */
  static async start(): Promise<NeutronServer> {
    const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif-neutron-'));
    const port = await freePort();
    configure(folder, port);
    const args = CONFIGURATIONS.flatMap((name) => ['--config-file', path.join(folder, name)]);
    const log = openSync(path.join(folder, 'server.log'), 'w');
    const child = spawn('/usr/bin/neutron-server', args, { cwd: folder, detached: true, stdio: ['ignore', log, log] });
    const server = new NeutronServer(`http://127.0.0.1:${port}`, folder, child);
    closeSync(log);
    try {
      await server.#answers();
    } catch (error) {
      await server.stop();
      throw error;
    }
    return server;
  }

  /** Ends the server with all its processes, and removes its folder. */
  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    if (this.child.exitCode === null) {
      this.#signal('SIGTERM');
      await Promise.race([ended, delay(GRACE)]);
    }
    process.off('exit', this.#kill);
    this.#kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #answers(): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (!(await isAnswering(`${this.endpoint}/v2.0/networks`))) {
      if (this.child.exitCode !== null || Date.now() > end) throw new Error(`Neutron did not start: ${this.#log()}`);
      await delay(100);
    }
  }

  #log(): string {
    return readFileSync(path.join(this.folder, 'server.log'), 'utf8').slice(-2000);
  }

  readonly #kill = (): void => {
    this.#signal('SIGKILL');
  };

  /** Signals the server's process group, which may have ended. */
  #signal(signal: NodeJS.Signals): void {
    try {
      if (this.child.pid !== undefined) process.kill(-this.child.pid, signal);
    } catch {
      // Nothing of it runs any more.
    }
  }
}

function configure(folder: string, port: number): void {
  cpSync(FILES, folder, { recursive: true });
  for (const name of CONFIGURATIONS) {
    const file = path.join(folder, name);
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('@FOLDER@', folder).replaceAll('@PORT@', String(port)));
  }
  const args = [path.join(folder, 'create_database.py'), path.join(folder, 'neutron.sqlite')];
  const { status, stderr } = spawnSync(PYTHON, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`Neutron's database: ${stderr}`);
}

async function isAnswering(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok;
  } catch {
    return false;
  }
}
