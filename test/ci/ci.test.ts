import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Log } from 'sarif';
import { parse } from 'yaml';
import { codeBlocks } from '../codeBlocks';
import type { Ended } from '../cli/vif';
import { version } from '../../server/src/version';
import { installPrograms, ROOT } from '../installedPrograms';
import { copyExample } from '../protocol/workspaceFolder';
import { isThere, skipWithout } from '../unit/shipped/programs';

interface PreCommit {
  readonly repos: readonly { readonly hooks: readonly { readonly entry: string; readonly files: string }[] }[];
}
interface Workflow {
  readonly jobs: { readonly check: { readonly steps: readonly { readonly run?: string }[] } };
}
interface GitLab {
  readonly vif: { readonly script: readonly string[] };
}

const [preCommit = '', github = '', gitlab = ''] = codeBlocks('ci.md', 'yaml');
const [hook] = (parse(preCommit) as PreCommit).repos.flatMap(({ hooks }) => hooks);
const workflow = (parse(github) as Workflow).jobs.check.steps.flatMap(({ run = [] }) => run);
const { script } = (parse(gitlab) as GitLab).vif;

const FAULT = /802\.1Qbh\.vif\.xml:3:15: error: .*'device_name'.*\[placeholder\.not-provided\]/;

/** Where npm installs to, and where the programs are then found. */
const home = mkdtempSync(path.join(tmpdir(), 'vif-ci-'));
const env = {
  ...process.env,
  HOME: home,
  npm_config_prefix: home,
  PATH: [path.join(home, 'bin'), process.env.PATH].join(path.delimiter),
};

/** Runs a command of the page as a pipeline does, with this package in place of the packed one, whose name has its version. */
function run(cwd: string, command: string): Ended {
  const written = command.replace(`./tools/openstack-vif-${version}.tgz`, `'${ROOT}'`);
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', written], { cwd, env, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

describe('docs/ci.md', function () {
  this.timeout(120_000);
  const faulty = copyExample('proposal');
  const sound = copyExample('802.1Qbh');
  before(() => installPrograms(home));
  after(() => {
    faulty.dispose();
    sound.dispose();
    rmSync(home, { recursive: true, force: true });
  });

  describe('its workflow for GitHub', () => {
    const all = (folder: string): readonly Ended[] => workflow.map((command) => run(folder, command));
    const codes = (ended: readonly Ended[]): unknown => ended.map(({ code }) => code);

    it('passes where there is no error', () => {
      assert.deepEqual(codes(all(sound.folder)), [0, 0, 0]);
    });

    it('fails at the check where there is one, annotates its line, and leaves SARIF to upload', () => {
      const ended = all(faulty.folder);
      assert.deepEqual(codes(ended), [0, 1, 0]);
      assert.match(ended[1]?.stdout ?? '', /^::error file=802\.1Qbh\.vif\.xml,line=3,.*'device_name'/m);
      const uploaded = /sarif_file: (\S+)/.exec(github)?.[1] ?? '';
      const log = JSON.parse(readFileSync(path.join(faulty.folder, uploaded), 'utf8')) as Log;
      assert.equal(log.runs[0]?.results?.[0]?.ruleId, 'placeholder.not-provided');
    });

    it('does not hide that the check could not run', () => {
      assert.deepEqual(codes(all(mkdtempSync(path.join(home, 'empty-')))), [0, 2, 1]);
    });
  });

  it('its pipeline for GitLab passes where there is no error, and fails where there is one', () => {
    const [install = '', ...checks] = script;
    assert.equal(run(home, install).code, 0);
    for (const check of checks) {
      assert.equal(run(sound.folder, check).code, 0);
      assert.equal(run(faulty.folder, check).code, 1);
    }
  });

  it('its hook runs for the files that hang together, and for no others', () => {
    const files = new RegExp(hook?.files ?? '');
    for (const file of ['nova.conf', 'etc/nova-compute.conf', 'a.vif.xml', 'drivers/qbh.py', 'qbh.mjs'])
      assert.match(file, files);
    for (const file of ['README.md', 'a.xml', 'nova.conf.orig', 'cinder.conf', 'vif-request.json'])
      assert.doesNotMatch(file, files);
  });

  it("its hook's command passes where there is no error, and fails where there is one", () => {
    assert.equal(run(sound.folder, hook?.entry ?? '').code, 0);
    const { code, stdout } = run(faulty.folder, hook?.entry ?? '');
    assert.equal(code, 1);
    assert.match(stdout, FAULT);
  });

  it('its hook does so in pre-commit', function () {
    skipWithout(
      this,
      ['git', 'pre-commit'].filter((program) => !isThere(program)),
    );
    installPrograms(home);
    const commit = (folder: string): Ended => {
      writeFileSync(path.join(folder, '.pre-commit-config.yaml'), preCommit);
      return run(folder, 'git init --quiet && git add --all && pre-commit run --color never');
    };
    const passed = commit(sound.folder);
    assert.equal(passed.code, 0, passed.stdout + passed.stderr);
    assert.match(passed.stdout, /^Check nova\.conf, VIF templates and VIF drivers\.+Passed$/m);
    const failed = commit(faulty.folder);
    assert.equal(failed.code, 1, failed.stdout + failed.stderr);
    assert.match(failed.stdout, FAULT);
  });
});
