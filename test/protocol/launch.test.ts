import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DIST = path.join(__dirname, '../../dist');
const CODE = /^languageServer-v[\d.]+-\w+-[\w-]*dist\.code$/;

describe('the server keeps its compiled code', () => {
  let home = '';

  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'vif-home-'));
  });
  afterEach(() => {
    rmSync(home, { recursive: true });
  });

  /** Starts the server of an installation in a home of its own, with these variables, and ends it. */
  async function start(variables: NodeJS.ProcessEnv = {}, dist = DIST): Promise<void> {
    const { PATH } = process.env;
    const env = { PATH, HOME: home, USERPROFILE: home, ...variables };
    const server = spawn(process.execPath, [path.join(dist, 'server.js'), '--stdio'], {
      ...{ env, cwd: home, stdio: ['pipe', 'pipe', 'inherit'] },
    });
    const ended = once(server, 'exit');
    server.stdin.end();
    assert.deepEqual(await ended, [1, null]);
  }

  /** The folders of all files that are kept in the home; there is nothing else in it but what a test has put there. */
  const kept = (): readonly string[] =>
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.endsWith('dist') && !entry.parentPath.endsWith('vif_host'))
      .map((entry) => {
        assert.match(entry.name, CODE);
        return path.relative(home, entry.parentPath);
      });

  /** Whether starting again writes anything. */
  async function writesAgain(again: () => Promise<void>): Promise<boolean> {
    const folder = path.join(home, kept()[0] ?? '');
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    for (const file of files) utimesSync(file, 0, 0);
    await again();
    return readdirSync(folder).length !== files.length || files.some((file) => statSync(file).mtimeMs !== 0);
  }

  it("in the user's cache folder, and writes nothing with the next start", async function () {
    if (process.platform !== 'linux') this.skip();
    await start();
    assert.deepEqual(kept(), ['.cache/openstack-vif']);
    assert.equal(await writesAgain(start), false);
  });

  it('for each place where it is installed', async () => {
    const other = path.join(home, 'other/dist');
    cpSync(DIST, other, { recursive: true });
    const both = async (): Promise<void> => {
      await start();
      await start({}, other);
    };
    await both();
    assert.equal(kept().length, 2);
    assert.equal(await writesAgain(both), false);
  });

  const folders: Readonly<Record<string, (folder: string) => NodeJS.ProcessEnv>> = {
    NODE_COMPILE_CACHE: (folder) => ({ NODE_COMPILE_CACHE: folder, XDG_CACHE_HOME: '/nowhere' }),
    XDG_CACHE_HOME: (folder) => ({ XDG_CACHE_HOME: path.dirname(folder) }),
  };
  for (const [name, variables] of Object.entries(folders))
    it(`where ${name} says`, async () => {
      await start(variables(path.join(home, 'kept/openstack-vif')));
      assert.deepEqual(kept(), ['kept/openstack-vif']);
    });

  it('not where a relative folder would lead', async () => {
    await start({ NODE_COMPILE_CACHE: 'kept', XDG_CACHE_HOME: '' });
    assert.deepEqual(kept(), ['.cache/openstack-vif']);
  });

  it('not at all with NODE_DISABLE_COMPILE_CACHE', async () => {
    await start({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.deepEqual(kept(), []);
  });
});
