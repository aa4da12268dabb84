// Everything that can be tested here; all parts run, also behind one that fails.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { install } from './install.mjs';

install();

const bin = (name) => path.join('node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

const DRIVERS = 'test/unit/driver/**/*.test.ts';

/** Makes dist/ and the package anew, which the others test. */
const first = [['package', process.execPath, 'scripts/package.mjs']];

/** Need nothing of one another; the longest first. What runs drivers waits much: for those that hang, until they are stopped. */
const beside = [
  ['unit', bin('mocha'), 'test/unit/**/*.test.ts', '--ignore', DRIVERS],
  ['drivers', bin('mocha'), DRIVERS],
  ['oracles', bin('mocha'), 'test/oracles/**/*.test.ts'],
  ['protocol', bin('mocha'), 'test/protocol/**/*.test.ts'],
  ['command line', bin('mocha'), 'test/cli/**/*.test.ts'],
  ['lint', bin('eslint'), '.'],
  ['fuzz', bin('mocha'), 'test/fuzz/**/*.test.ts'],
  ['format', bin('prettier'), '--check', '--log-level', 'warn', '.'],
  ['types', bin('tsc'), '-p', '.'],
  ['CI', bin('mocha'), 'test/ci/**/*.test.ts'],
  ['soak', bin('mocha'), 'test/soak/**/*.test.ts'],
  ['editors', bin('mocha'), 'test/editors/**/*.test.ts'],
];

/** A window wants a machine for itself. */
const last = [['VS Code', process.execPath, 'test/vscode/run.mjs']];

const passed = [];
const failed = [];

/** Runs one part to its end; what it says is written in one go, so that parts side by side do not mix. */
async function runPart([name, command, ...args]) {
  console.log(`── ${name}…`);
  const started = Date.now();
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
  const [status] = await once(child, 'close');
  process.stdout.write(`\n── ${name}\n`);
  process.stdout.write(Buffer.concat(said));
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - started) / 1000)} s`);
  (status === 0 ? passed : failed).push(name);
}

/** Runs parts, so many at a time. */
async function runParts(parts, atATime) {
  const waiting = parts.values();
  const work = async () => {
    for (const part of waiting) await runPart(part);
  };
  await Promise.all(Array.from({ length: atATime }, work));
}

await runParts(first, 1);
await runParts(beside, availableParallelism());
await runParts(last, 1);
console.log(`\n${passed.length} passed, ${failed.length} failed`);
if (failed.length > 0) console.error(`Failed: ${failed.join(', ')}`);
process.exit(failed.length > 0 ? 1 : 0);
