// Prints what CHANGELOG.md says of a version: node scripts/releaseNotes.mjs v0.2.0. Fails if the tag is not that of package.json's version.
import { readFileSync } from 'node:fs';

const [tag = ''] = process.argv.slice(2);
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

/** The section of a version, without its heading. */
function sectionOf(changelog, wanted) {
  const section = changelog.split(/^## /m).find((text) => text.startsWith(`[${wanted}]`));
  return section?.slice(section.indexOf('\n')).trim();
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

if (tag !== `v${version}`)
  fail(`The tag is "${tag}", and package.json has the version ${version}: its tag is v${version}.`);
const notes = sectionOf(readFileSync('CHANGELOG.md', 'utf8'), version);
if (!notes) fail(`CHANGELOG.md says nothing of ${version}: name the section "Unreleased" so.`);
console.log(notes);
