// Writes what is made out of the catalogue of problems and the sources: npm run docs. A test holds each file against what is written here.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { manifest, manifestTexts } from './manifest';
import { messageBundle } from './messages';
import { problemsPage } from './problemsPage';

/** The files, by their paths from the root, and what makes each. */
export const MADE: Readonly<Record<string, () => Promise<string>>> = {
  'docs/problems.md': problemsPage,
  'package.json': manifest,
  'package.nls.json': manifestTexts,
  'l10n/bundle.l10n.json': messageBundle,
};

async function writeAll(): Promise<void> {
  for (const [file, make] of Object.entries(MADE)) writeFileSync(path.join(__dirname, '..', file), await make());
}

if (require.main === module) void writeAll();
