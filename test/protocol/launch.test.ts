import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SERVER = path.join(__dirname, '../../dist/server.js');
const CODE = `languageServer-${process.version}-${process.arch}.code`;

describe('the server keeps its compiled code', () => {
  let home = '';

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'vif-home-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  /** Starts the server in a home of its own, with these variables, and ends it. */
  async function start(variables: NodeJS.ProcessEnv = {}): Promise<void> {
    const { PATH } = process.env;
    const env = { PATH, HOME: home, USERPROFILE: home, ...variables };
    const server = spawn(process.execPath, [SERVER, '--stdio'], { env, cwd: home, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(server, 'exit');
    server.stdin.end();
    assert.deepEqual(await ended, [1, null]);
  }

  /** All files in the home. */
  const files = (): readonly string[] =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(home, path.join(entry.parentPath, entry.name)));

  it("in the user's cache folder, and writes nothing with the next start", async function () {
    if (process.platform !== 'linux') this.skip();
    await start();
    const kept = path.join('.cache/openstack-vif', CODE);
    assert.deepEqual(files(), [kept]);
    utimesSync(path.join(home, kept), 0, 0);
    await start();
    assert.equal(statSync(path.join(home, kept)).mtimeMs, 0);
  });

  const folders: Readonly<Record<string, (folder: string) => NodeJS.ProcessEnv>> = {
    NODE_COMPILE_CACHE: (folder) => ({ NODE_COMPILE_CACHE: folder, XDG_CACHE_HOME: '/nowhere' }),
    XDG_CACHE_HOME: (folder) => ({ XDG_CACHE_HOME: path.dirname(folder) }),
  };
  for (const [name, variables] of Object.entries(folders))
    it(`where ${name} says`, async () => {
      await start(variables(path.join(home, 'kept/openstack-vif')));
      assert.deepEqual(files(), [path.join('kept/openstack-vif', CODE)]);
    });

  it('not where a relative folder would lead', async () => {
    await start({ NODE_COMPILE_CACHE: 'kept', XDG_CACHE_HOME: '' });
    assert.deepEqual(files(), [path.join('.cache/openstack-vif', CODE)]);
  });

  it('not at all with NODE_DISABLE_COMPILE_CACHE', async () => {
    await start({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(files(), []);
  });
});
