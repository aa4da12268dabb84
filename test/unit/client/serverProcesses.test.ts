import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServerProcesses } from '../../../client/src/serverProcesses';

/** In place of the server: tells in a file how it was started, and answers with what it is sent. */
const ECHO = `require('node:fs').writeFileSync(__dirname + '/' + process.pid, process.cwd());
process.on('message', (message) => process.send(message));
process.on('disconnect', () => process.exit());`;

/** Ends as it starts. */
const CRASHING = `require('node:fs').writeFileSync(__dirname + '/' + process.pid, ''); process.exit(3);`;

async function answers(server: ChildProcess): Promise<boolean> {
  const answer = once(server, 'message');
  server.send('hello');
  return (await answer)[0] === 'hello';
}

describe("the processes of the extension's server", () => {
  let folder = '';
  const programs: ServerProcesses[] = [];
  const taken: ChildProcess[] = [];

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'vif-')));
  });
  afterEach(() => {
    for (const servers of programs.splice(0)) servers.dispose();
    for (const server of taken.splice(0)) server.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  /** Begins with this text as the server. */
  function begin(text: string, { where }: { readonly where: string | undefined } = { where: folder }): ServerProcesses {
    const program = path.join(folder, 'server.js');
    writeFileSync(program, text);
    const servers = new ServerProcesses(program, where);
    programs.push(servers);
    return servers;
  }

  function take(servers: ServerProcesses): ChildProcess {
    const server = servers.take();
    taken.push(server);
    return server;
  }

  /** The processes that have been started so far, by their ids. */
  const started = (): readonly number[] =>
    readdirSync(folder).flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await sleep(10);
  }

  function runs(id: number): boolean {
    try {
      return process.kill(id, 0);
    } catch {
      return false;
    }
  }

  it('begin before anybody asks, with the one that is given then', async () => {
    const servers = begin(ECHO);
    await until(() => started().length === 1);
    const server = take(servers);
    assert.ok(await answers(server));
    assert.deepEqual(started(), [server.pid]);
  });

  it('are another one each time', async () => {
    const servers = begin(ECHO);
    const [first, second] = [take(servers), take(servers)];
    assert.ok((await answers(first)) && (await answers(second)));
    assert.notEqual(first.pid, second.pid);
  });

  it('are never one that has ended', async () => {
    const servers = begin(CRASHING);
    await until(() => started().length === 1);
    await until(() => started().every((id) => !runs(id)));
    writeFileSync(path.join(folder, 'server.js'), ECHO);
    assert.ok(await answers(take(servers)));
  });

  it('do not stay where nobody has taken them', async () => {
    const servers = begin(ECHO);
    await until(() => started().length === 1);
    servers.dispose();
    await until(() => started().every((id) => !runs(id)));
  });

  it('stay where somebody has', async () => {
    const servers = begin(ECHO);
    const server = take(servers);
    servers.dispose();
    assert.ok(await answers(server));
  });

  const folders: Readonly<
    Record<string, [given: (own: string) => string | undefined, expected: (own: string) => string]>
  > = {
    'the folder that is given': [(own) => own, (own) => own],
    'that of VS Code where it is gone': [(own) => path.join(own, 'gone'), () => process.cwd()],
    'that of VS Code where there is none': [() => undefined, () => process.cwd()],
  };
  for (const [what, [given, expected]] of Object.entries(folders))
    it(`run in ${what}`, async () => {
      const server = take(begin(ECHO, { where: given(folder) }));
      assert.ok(await answers(server));
      assert.equal(readFileSync(path.join(folder, String(server.pid)), 'utf8'), expected(folder));
    });

  it('that cannot be started are an error for who asks for one, not before', function () {
    if (process.platform === 'win32') this.skip();
    const servers = begin(ECHO, { where: path.join(folder, 'server.js') });
    assert.throws(() => servers.take(), /ENOTDIR/);
  });
});
