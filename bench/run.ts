// npm run bench: measures what is built in dist/. Everything is measured beside others, and docs/performance.md written, with --write;
// --quick leaves the others out. Names of sections choose among them.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { page } from './page';
import { ROOT } from './programs/run';
import { say } from './progress';
import { manyConfs, requestsFile } from './sections/batch';
import { driver } from './sections/driver';
import { edits, sharedDriver } from './sections/edits';
import { peers } from './sections/peers';
import { rendering } from './sections/rendering';
import { requests } from './sections/requests';
import { start } from './sections/start';
import { weight } from './sections/weight';
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
  peers,
};

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
  writeFileSync(PAGE, await page(written));
  say(`Written: ${PAGE}`);
}

const options = process.argv.slice(2).filter((argument) => argument.startsWith('--'));
void main(
  new Set(options),
  process.argv.slice(2).filter((argument) => !argument.startsWith('--')),
);
