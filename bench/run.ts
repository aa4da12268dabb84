// npm run bench: measures what is built in dist/, and writes docs/performance.md. `--quick` measures our server beside the floor only and
// writes nothing; names of sections behind it choose among them.
import { manyConfs, requestsFile } from './sections/batch';
import { driver } from './sections/driver';
import { edits, sharedDriver } from './sections/edits';
import { requests } from './sections/requests';
import { rendering } from './sections/rendering';
import { start } from './sections/start';
import { activation, weight } from './sections/weight';
import { workspace } from './sections/workspace';
import { toMarkdown, type Section } from './table';

/** The parts of the report, by the names that choose them on the command line. */
const SECTIONS: Readonly<Record<string, () => Promise<Section>>> = {
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
};

async function run(names: readonly string[]): Promise<void> {
  const chosen = names.length > 0 ? names : Object.keys(SECTIONS);
  for (const name of chosen) {
    const measure = SECTIONS[name];
    if (!measure) throw new Error(`There is no section "${name}": choose among ${Object.keys(SECTIONS).join(', ')}.`);
    process.stdout.write(`${toMarkdown(await measure())}\n`);
  }
}

void run(process.argv.slice(2).filter((argument) => !argument.startsWith('--')));
