// Renews the pictures of the pages and of the walkthrough out of the screenshots that the tests in VS Code's window left last:
// npm run docs:pictures. A palette makes each a third as large.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { contributes } from '../package.json';

const ROOT = path.join(__dirname, '..');
const SCREENSHOTS = path.join(ROOT, 'out/test/vscode/screenshots');

/** A picture that is kept. */
export interface Picture {
  /** Where it lies, from the root. */
  readonly file: string;
  /** The title under which a test keeps the screenshot. */
  readonly screenshot: string;
  /** What shows it. */
  readonly shownBy: string;
}

/** The pages for people, by their paths from the root. */
function pages(): readonly string[] {
  const docs = readdirSync(path.join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  return ['README.md', ...docs.map((name) => `docs/${name}`)];
}

/** The pictures in `docs/images/` that a page shows. */
function picturesOf(page: string): readonly Picture[] {
  const text = readFileSync(path.join(ROOT, page), 'utf8');
  const shown = text.matchAll(/!\[[^[\]]+\]\(([\w/]*images\/([\w-]+)\.png)\)/g);
  return [...shown].map(([, link = '', screenshot = '']) => ({
    file: path.posix.join(path.posix.dirname(page), link),
    screenshot,
    shownBy: page,
  }));
}

/** The screenshots that the walkthrough shows. Its drawing is no screenshot. */
function walkthroughPictures(): readonly Picture[] {
  const media = contributes.walkthroughs.flatMap(({ steps }) => steps.map((step) => step.media));
  return media.flatMap(({ image }) =>
    image ? [{ file: image, screenshot: `walkthrough-${path.basename(image, '.png')}`, shownBy: 'package.json' }] : [],
  );
}

/** Every picture that a page or the walkthrough shows. */
export function pictures(): readonly Picture[] {
  return [...pages().flatMap(picturesOf), ...walkthroughPictures()];
}

async function renew({ file, screenshot }: Picture): Promise<void> {
  const taken = path.join(SCREENSHOTS, `${screenshot}.png`);
  if (!existsSync(taken)) {
    process.stderr.write(
      `${file} stays as it is: there is no ${path.relative(ROOT, taken)}. Run the tests that keep it.\n`,
    );
    return;
  }
  await sharp(taken).png({ palette: true, dither: 0, effort: 10, compressionLevel: 9 }).toFile(path.join(ROOT, file));
}

async function renewAll(): Promise<void> {
  for (const picture of pictures()) await renew(picture);
}

if (require.main === module) void renewAll();
