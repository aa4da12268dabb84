// npm run bench: measures what is built in dist/. Everything is measured beside others, and docs/performance.md written, with --write;
// --quick leaves the others out. Names of sections choose among them.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { machine } from './machine';
import { ROOT } from './programs/run';
import { say } from './progress';
import { remarks } from './remarks';
import { manyConfs, requestsFile } from './sections/batch';
import { driver } from './sections/driver';
import { edits, sharedDriver } from './sections/edits';
import { peers } from './sections/peers';
import { rendering } from './sections/rendering';
import { requests } from './sections/requests';
import { start } from './sections/start';
import { activation, weight } from './sections/weight';
import { workspace } from './sections/workspace';
import { toMarkdown, type Section } from './table';

const PAGE = path.join(ROOT, 'docs/performance.md');

/** The parts of the report, by the names that choose them on the command line. */
const SECTIONS: Readonly<Record<string, () => Section | Promise<Section>>> = {
  start,
  edits,
  sharedDriver,
  requests,
  workspace,
  rendering,
  driver,
  requestsFile,
  manyConfs,
  weight,
  activation,
  peers,
};

const INTRODUCTION = `# Speed, weight and memory

<!-- Made by "npm run bench". Do not edit: what is said of the figures stands in bench/remarks.ts. -->

Every figure stands beside a yardstick of the same run: the floor is a language server that does no work at all, so that a ratio
tells more than a time. Times are medians of at least five unless a table says otherwise; goals are what we hold the product to. CPU time
hardly hangs on what else the machine does, the time of the clock does.`;

/** The sections that are measured: those that are named, or else all, without others where it shall be quick. */
function chosen(names: readonly string[], quick: boolean): readonly string[] {
  const unknown = names.find((name) => !(name in SECTIONS));
  if (unknown !== undefined)
    throw new Error(`There is no section "${unknown}": choose among ${Object.keys(SECTIONS).join(', ')}.`);
  if (names.length > 0) return names;
  return Object.keys(SECTIONS).filter((name) => !quick || name !== 'peers');
}

/** The section, or that it could not be measured: one that fails costs no other. */
async function measured(name: string): Promise<string> {
  try {
    const section = await SECTIONS[name]?.();
    return section ? toMarkdown(section) : '';
  } catch (error) {
    return `## ${name}\n\nNot measured: ${error instanceof Error ? error.message : String(error)}\n`;
  }
}

async function main(options: ReadonlySet<string>, names: readonly string[]): Promise<void> {
  const quick = options.has('--quick');
  const written: string[] = [];
  for (const name of chosen(names, quick)) {
    const section = await measured(name);
    process.stdout.write(`${section}\n`);
    written.push(section);
  }
  if (names.length > 0 || (quick && !options.has('--write'))) return;
  const page = [INTRODUCTION, machine(), ...written, remarks].join('\n\n');
  writeFileSync(PAGE, await format(page, { parser: 'markdown', printWidth: 120, proseWrap: 'preserve' }));
  say(`Written: ${PAGE}`);
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
void main(
  new Set(options),
  process.argv.slice(2).filter((argument) => !argument.startsWith('--')),
);
