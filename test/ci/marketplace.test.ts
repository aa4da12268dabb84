import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { ROOT } from '../installedPrograms';

/** The categories that the marketplace has: https://code.visualstudio.com/api/references/extension-manifest */
const CATEGORIES = [
  ...['AI', 'Azure', 'Chat', 'Data Science', 'Debuggers', 'Education', 'Extension Packs', 'Formatters', 'Keymaps'],
  ...['Language Packs', 'Linters', 'Machine Learning', 'Notebooks', 'Other', 'Programming Languages', 'SCM Providers'],
  ...['Snippets', 'Testing', 'Themes', 'Visualization'],
];
/** Where the sizes of a PNG stand: after its signature, and the length and the name of its first chunk. */
const PNG_SIZES = 16;

describe('what the marketplace shows', () => {
  it('has an icon of the size that it asks for', () => {
    const png = readFileSync(path.join(ROOT, manifest.icon));
    assert.equal(png.toString('latin1', 1, 4), 'PNG');
    assert.deepEqual([png.readUInt32BE(PNG_SIZES), png.readUInt32BE(PNG_SIZES + 4)], [128, 128]);
  });

  it('names categories that there are', () => {
    for (const category of manifest.categories) assert.ok(CATEGORIES.includes(category), category);
  });

  it('has at most thirty keywords, each once', () => {
    assert.ok(manifest.keywords.length <= 30);
    assert.equal(new Set(manifest.keywords).size, manifest.keywords.length);
  });

  it('has a banner that the icon fits to', () => {
    assert.match(manifest.galleryBanner.color, /^#[0-9a-f]{6}$/);
    assert.ok(readFileSync(path.join(ROOT, 'media/icon.svg'), 'utf8').includes(manifest.galleryBanner.color));
  });
});
