// Draws media/icon.png, which the marketplace shows, out of media/icon.svg: node scripts/icon.mjs. Needs Chromium.
import { Buffer } from 'node:buffer';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';

const SIZE = 128;
const svg = readFileSync('media/icon.svg').toString('base64');

/** A page that draws the picture, and then holds it as the address of a PNG. What the picture leaves free stays transparent. */
const page = `<canvas width="${SIZE}" height="${SIZE}"></canvas><img src="data:image/svg+xml;base64,${svg}"><pre></pre><script>
  const canvas = document.querySelector('canvas');
  const image = document.querySelector('img');
  image.decode().then(() => {
    canvas.getContext('2d').drawImage(image, 0, 0, ${SIZE}, ${SIZE});
    document.querySelector('pre').textContent = canvas.toDataURL('image/png');
  });
</script>`;

const folder = mkdtempSync(path.join(tmpdir(), 'vif-icon-'));
const file = path.join(folder, 'page.html');
writeFileSync(file, page);
const options = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  `--user-data-dir=${folder}`,
  '--virtual-time-budget=5000',
];
const { stdout, error } = spawnSync(process.env.CHROMIUM ?? 'chromium', [
  ...options,
  '--dump-dom',
  pathToFileURL(file).href,
]);
rmSync(folder, { recursive: true, force: true });
if (error) throw error;
const png = /<pre>data:image\/png;base64,([^<]+)<\/pre>/.exec(stdout.toString())?.[1];
if (!png) throw new Error('Chromium drew nothing.');
await sharp(Buffer.from(png, 'base64')).png({ palette: true, effort: 10 }).toFile('media/icon.png');
