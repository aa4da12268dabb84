// Runs tests in a real VS Code: node test/vscode/run.mjs [suite…]. What there is to know is in README.md.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { chooseHost } from './harness/chooseHost.mjs';
import { PACKAGED_EXTENSION } from './harness/paths.mjs';
import { PAGE_SUITES, RUNS } from './harness/runs.mjs';
import { useOwnTemporaryFolder } from './harness/temporaryFolder.mjs';

const USAGE = `Usage: node test/vscode/run.mjs [--vsix FILE] [--limit SECONDS] [suite…]
Suites: ${Object.keys(RUNS).join(', ')}; all of them if none is named.`;

try {
  const { suites, ...options } = readCommandLine();
  useOwnTemporaryFolder();
  const { host, reasons } = await chooseHost();
  process.exitCode = host ? await runAll(suites, { host, ...options }) : notTested(reasons);
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function readCommandLine() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { vsix: { type: 'string', default: PACKAGED_EXTENSION }, limit: { type: 'string', default: '900' } },
  });
  const unknown = positionals.find((suite) => !Object.hasOwn(RUNS, suite));
  if (unknown) throw new Error(`There is no suite ${unknown}.\n${USAGE}`);
  const limitSeconds = Number(values.limit);
  if (!(limitSeconds > 0)) throw new Error(`--limit is a number of seconds.\n${USAGE}`);
  const suites = positionals.length > 0 ? positionals : Object.keys(RUNS);
  return { suites, limitSeconds, packagedExtension: path.resolve(values.vsix) };
}

async function runAll(suites, context) {
  console.log(`VS Code under test: ${context.host.name}`);
  const summary = [];
  for (const suite of suites) {
    console.log(`\n── ${suite} ──`);
    const start = Date.now();
    const outcome = await runOne(suite, context);
    summary.push({ ...outcome, line: `${suite}: ${outcome.text} (${((Date.now() - start) / 1000).toFixed(1)} s)` });
  }
  console.log(`\n${summary.map(({ line }) => line).join('\n')}`);
  return summary.some(({ failed }) => failed) ? 1 : 0;
}

async function runOne(suite, context) {
  if (PAGE_SUITES.includes(suite) && !context.host.hasPage) {
    return { failed: false, text: 'not run, the window of this VS Code is no page' };
  }
  try {
    await RUNS[suite](context);
    return { failed: false, text: 'passed' };
  } catch (error) {
    return { failed: true, text: `FAILED. ${error.message}` };
  }
}

/** Without a VS Code nothing was tested: fine on somebody's machine, a failure where the tests guard something. */
function notTested(reasons) {
  console.error(['NOT TESTED IN VS CODE:', ...reasons].join('\n  '));
  return process.env.CI ? 1 : 0;
}
