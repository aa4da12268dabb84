import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../programs/run';
import type { Section } from '../table';

const KIB = 1024;

const kibibytes = (file: string): number => (existsSync(file) ? statSync(file).size / KIB : NaN);

/** A program and the files that it loads at once when it starts. */
export function loadedAtStart(program: string): readonly string[] {
  const found = [program];
  for (const name of found) {
    const text = readFileSync(path.join(ROOT, 'dist', name), 'utf8');
    const shared = [...text.matchAll(/require\("\.\/(shared-\w+\.js)"\)/g)].flatMap(([, file]) => file ?? []);
    found.push(...shared.filter((file) => !found.includes(file)));
  }
  return found;
}

/** What is downloaded, kept on the disk and loaded. */
export function weight(): Promise<Section> {
  const dist = (name: string): number => kibibytes(path.join(ROOT, 'dist', name));
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + dist(name), 0);
  const all = readdirSync(path.join(ROOT, 'dist')).filter((name) => name.endsWith('.js'));
  return Promise.resolve({
    title: 'Weight',
    about: 'In KiB. What a program loads at its start is the file itself and those that it shares with others.',
    head: ['what', 'KiB', 'goal'],
    rows: [
      [
        'the package, `openstack-vif.vsix` (after `npm run package`)',
        kibibytes(path.join(ROOT, 'out/openstack-vif.vsix')),
        '≤ 600',
      ],
      ['`dist/server.js` itself', dist('server.js'), '≤ 400'],
      ['what `dist/server.js` loads at its start', sum(loadedAtStart('server.js')), ''],
      ['`dist/extension.js`', dist('extension.js'), '≤ 450'],
      ['everything in `dist/` that runs in Node', sum(all), ''],
      ['`dist/browser/`', sum(['browser/extension.js', 'browser/server.js']), ''],
    ],
  });
}
