import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pictures } from '../../scripts/pictures';
import { ROOT } from '../installedPrograms';

/** How many bytes (KiB) a picture may have, and those that go into the package together. */
const LARGEST = 64;
const LARGEST_PACKAGED = 40;

const sizeOf = (file: string): number => statSync(path.join(ROOT, file)).size / 1024;

/** What the tests in VS Code's window, and the tour that they follow, are made of. */
function pageTests(): string {
  const folder = path.join(ROOT, 'test/vscode/page');
  const files = [...readdirSync(folder).map((name) => path.join(folder, name)), path.join(ROOT, 'docs/tour.md')];
  return files.map((file) => readFileSync(file, 'utf8')).join('\n');
}

describe('the pictures', () => {
  it('are all there, and each is shown', () => {
    const there = ['docs/images', 'media/walkthrough'].flatMap((folder) =>
      readdirSync(path.join(ROOT, folder)).flatMap((name) => (/\.(png|webp)$/.test(name) ? [`${folder}/${name}`] : [])),
    );
    const shown = new Set(pictures().map(({ file }) => file));
    assert.ok(shown.has('docs/images/fault.png') && shown.has('media/walkthrough/fault.webp'));
    assert.deepEqual([...shown].sort(), there.sort());
  });

  it('are screenshots that a test takes', () => {
    const tests = pageTests();
    for (const { screenshot } of pictures())
      assert.match(
        tests,
        new RegExp(`keep(Screenshot|Window)\\([^)]*'${screenshot}'|images/${screenshot}\\.png`),
        screenshot,
      );
  });

  it('are small', () => {
    for (const { file } of pictures()) assert.ok(sizeOf(file) <= LARGEST, `${file}: ${sizeOf(file)} KiB`);
    const packaged = pictures().filter(({ file }) => file.startsWith('media/'));
    const size = packaged.reduce((sum, { file }) => sum + sizeOf(file), 0);
    assert.ok(size <= LARGEST_PACKAGED, `${size} KiB`);
  });
});
