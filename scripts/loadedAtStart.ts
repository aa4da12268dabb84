import { readFileSync } from 'node:fs';
import path from 'node:path';

/** A program of the folder `dist`, and the files in it that the program loads at once when it starts: what it loads later stands in a function of its own. */
export function loadedAtStart(dist: string, program: string): readonly string[] {
  const found = [program];
  for (const name of found) {
    const text = readFileSync(path.join(dist, name), 'utf8');
    const shared = [...text.matchAll(/require\("\.\/((?:shared-\w+|launch)\.js)"\)/g)].flatMap(
      ([, file]) => file ?? [],
    );
    const launched = [...text.matchAll(/\blaunch\)?\("(\w+)"/g)].flatMap(([, name]) => `${name}.js`);
    found.push(...[...shared, ...launched].filter((file) => !found.includes(file)));
  }
  return found;
}
