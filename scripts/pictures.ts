// Renews the pictures of the pages and of the walkthrough out of the screenshots that the tests in VS Code's window left last:
// npm run docs:pictures. A palette makes each a third as large; what goes into the package is half as large again, as WebP in few colours.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
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
    image ? [{ file: image, screenshot: `walkthrough-${path.parse(image).name}`, shownBy: 'package.json' }] : [],
  );
}

/** Every picture that a page or the walkthrough shows. */
export function pictures(): readonly Picture[] {
  return [...pages().flatMap(picturesOf), ...walkthroughPictures()];
}

function asPng(file: string, colours = 256): Sharp {
  return sharp(file).png({ palette: true, colours, dither: 0, effort: 10, compressionLevel: 9 });
}

/** What a window shows of texts does with sixteen colours. */
async function asWebP(file: string): Promise<Buffer> {
  const inFewColours = await asPng(file, 16).toBuffer();
  return sharp(inFewColours).webp({ lossless: true, effort: 6 }).toBuffer();
}

async function renew({ file, screenshot }: Picture): Promise<void> {
  const taken = path.join(SCREENSHOTS, `${screenshot}.png`);
  if (!existsSync(taken)) {
    process.stderr.write(
      `${file} stays as it is: there is no ${path.relative(ROOT, taken)}. Run the tests that keep it.\n`,
    );
    return;
  }
  const picture = await (file.endsWith('.webp') ? asWebP(taken) : asPng(taken).toBuffer());
  writeFileSync(path.join(ROOT, file), picture);
}

async function renewAll(): Promise<void> {
  for (const picture of pictures()) await renew(picture);
}

if (require.main === module) void renewAll();
