// Everything that can be tested here, one part after the other; all parts run, also behind one that fails.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { install, run } from './install.mjs';

install();
run(process.execPath, ['scripts/build.mjs']);

const bin = (name) => path.join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const parts = [
  ['lint', bin('eslint'), '.'],
  ['format', bin('prettier'), '--check', '--log-level', 'warn', '.'],
  ['types', bin('tsc'), '-p', '.'],
  ['unit', bin('mocha'), 'test/unit/**/*.test.ts'],
  ['protocol', bin('mocha'), 'test/protocol/**/*.test.ts'],
  ['command line', bin('mocha'), 'test/cli/**/*.test.ts'],
  ['fuzz', bin('mocha'), 'test/fuzz/**/*.test.ts'],
  ['soak', bin('mocha'), 'test/soak/**/*.test.ts'],
  ['oracles', bin('mocha'), 'test/oracles/**/*.test.ts'],
  ['CI', bin('mocha'), 'test/ci/**/*.test.ts'],
  ['editors', bin('mocha'), 'test/editors/**/*.test.ts'],
  ['package', process.execPath, 'scripts/package.mjs'],
  ['VS Code', process.execPath, 'test/vscode/run.mjs'],
];

const failed = [];
for (const [name, command, ...args] of parts) {
  console.log(`\n── ${name}`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`);
  if (status !== 0) failed.push(name);
}
console.log(`\n${parts.length - failed.length} passed, ${failed.length} failed`);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
