import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client } from './client';
import { copyExample } from './workspaceFolder';

const TEMPLATE = '802.1Qbh.vif.xml';

/** Writes the numbers of its process and of one that it starts to the file `started`, and never returns. */
const DRIVER = `import os, subprocess, time
class QbhDriver:
    def getVIFConfiguration(self, instance, network):
        child = subprocess.Popen(['sleep', '60'])
        with open('writing', 'w') as file: file.write('%d %d' % (os.getpid(), child.pid))
        os.rename('writing', 'started')
        while True: time.sleep(1)
`;

/** Whether a process is there; one that nobody has buried yet is not. */
function isRunning(pid: string): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', pid], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}

describe('a driver that runs', function () {
  this.timeout(60_000);
  let example: ReturnType<typeof copyExample>;
  beforeEach(() => {
    example = copyExample('802.1Qbh');
    writeFileSync(path.join(example.folder, 'qbh_driver.py'), DRIVER);
  });
  afterEach(() => {
    example.dispose();
  });

  /** Starts to render; gives the numbers of the driver's processes once they run. */
  async function start(server: Client): Promise<readonly string[]> {
    const started = path.join(example.folder, 'started');
    void server.render({ uri: server.uri(TEMPLATE) }).catch(() => undefined);
    while (!existsSync(started)) await delay(50);
    return readFileSync(started, 'utf8').split(' ');
  }

  for (const [how, leave] of [
    ['shuts it down', (server: Client) => server.stop()],
    ['vanishes', (server: Client) => server.vanish()],
    ['interrupts it', (server: Client) => server.end('SIGINT')],
    ['terminates it', (server: Client) => server.end('SIGTERM')],
    ['kills it', (server: Client) => server.end('SIGKILL')],
  ] as const)
    it(`ends with the server when the client ${how}`, async () => {
      const server = await Client.start({
        folder: example.folder,
        trusted: true,
        configuration: { driverTimeLimit: 600 },
      });
      const processes = await start(server);
      assert.ok(processes.length === 2 && processes.every(isRunning));
      await leave(server);
      for (let tries = 0; tries < 50 && processes.some(isRunning); tries++) await delay(100);
      assert.deepEqual(processes.filter(isRunning), []);
    });
});
