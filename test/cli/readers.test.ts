import { deepEqual, equal, match } from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, openSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { copyExample } from '../protocol/workspaceFolder';
import { CLI } from './vif';

const COMMANDS: readonly (readonly string[])[] = [
  ['--help'],
  ['render', '--help'],
  ['check', '.'],
  ['render'],
  ['keys', 'proposal_driver.ProposalDriver'],
];

/** The exit code where the command succeeds: of what `check` finds, one is an error. */
const success = ([command]: readonly string[]): number => (command === 'check' ? 1 : 0);

/** How `vif` ends in a folder, and what it says of faults, where `stdout` goes elsewhere, or `without` has nobody who reads it. */
async function ended(
  cwd: string,
  args: readonly string[],
  { stdout = 'pipe', without }: { readonly stdout?: 'pipe' | number; readonly without?: 'stdout' | 'stderr' },
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd, stdio: ['ignore', stdout, 'pipe'] });
  if (without) child[without]?.destroy();
  const said = child.stderr && without !== 'stderr' ? text(child.stderr) : Promise.resolve('');
  child.stdout?.resume();
  await once(child, 'exit');
  return { code: child.exitCode, stderr: await said };
}

describe('what vif writes', () => {
  const { folder, dispose } = copyExample('proposal');
  const DRIVER =
    'export default class Echo { getVIFConfiguration() { return { device_name: "a", profile_name: "b" }; } }';
  before(() => {
    writeFileSync(path.join(folder, 'echo.mjs'), DRIVER);
  });
  after(dispose);

  for (const args of COMMANDS)
    for (const without of ['stdout', 'stderr'] as const)
      it(`may have nobody who reads it any more: vif ${args.join(' ')}, ${without}`, async () => {
        const { code, stderr } = await ended(folder, args, { without });
        deepEqual([code, /Error:|EPIPE/.exec(stderr)], [success(args), null]);
      });

  it('is given up where nobody reads the rest of the answers, without a word', async () => {
    const requests = path.join(folder, 'requests.jsonl');
    writeFileSync(requests, '{}\n'.repeat(100_000));
    const { code, stderr } = await ended(folder, ['render', '--driver', 'echo.Echo', '--requests', requests], {
      without: 'stdout',
    });
    deepEqual([code, stderr], [2, '']);
  });

  for (const args of COMMANDS.filter((each) => !each.includes('--help')))
    it(`is an error where there is no room for it: vif ${args.join(' ')}`, async function () {
      if (!existsSync('/dev/full')) this.skip();
      const full = openSync('/dev/full', 'w');
      const { code, stderr } = await ended(folder, args, { stdout: full });
      closeSync(full);
      equal(code, 2);
      match(stderr, /^vif: The output cannot be written: ENOSPC/m);
    });
});
