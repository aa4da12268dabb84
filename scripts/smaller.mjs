// Makes the programs in a folder smaller than esbuild does, for the package: a tenth less to download. It takes seconds, so it is no part of other builds.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { minify } from 'terser';

/** `require` keeps its name: by that it is seen which files a program loads. */
const OPTIONS = { ecma: 2022, compress: { passes: 2 }, mangle: { reserved: ['require'] } };

/** Writes each program of the folder anew. */
export async function makeSmaller(folder) {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.js'))) {
    const file = path.join(folder, name);
    const { code } = await minify(readFileSync(file, 'utf8'), OPTIONS);
    writeFileSync(file, code);
  }
}
