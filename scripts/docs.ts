// Writes what is made out of the catalogue of problems and the sources: npm run docs. A test holds each file against what is written here.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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

const ROOT = path.join(__dirname, '..');

function keysOf(file: string): readonly string[] {
  return Object.keys(JSON.parse(readFileSync(path.join(ROOT, file), 'utf8')) as object);
}

/** Says which texts a translation lacks: no program can write them. */
function sayWhatIsToTranslate(folder: string, original: string): void {
  const isTranslation = (name: string): boolean =>
    name !== original && name.startsWith(original.replace('json', '')) && name.endsWith('.json');
  for (const translation of readdirSync(path.join(ROOT, folder)).filter(isTranslation)) {
    const there = keysOf(path.join(folder, translation));
    const missing = keysOf(path.join(folder, original)).filter((key) => !there.includes(key));
    for (const key of missing)
      process.stderr.write(`${path.join(folder, translation)} lacks "${key}": translate it.\n`);
  }
}

async function writeAll(): Promise<void> {
  for (const [file, make] of Object.entries(MADE)) writeFileSync(path.join(ROOT, file), await make());
  sayWhatIsToTranslate('.', 'package.nls.json');
  sayWhatIsToTranslate('l10n', 'bundle.l10n.json');
}

if (require.main === module) void writeAll();
