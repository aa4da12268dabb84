import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../programs/run';
import type { Section } from '../table';
import { loadedAtStart } from '../../scripts/loadedAtStart';

const KIB = 1024;

const kibibytes = (file: string): number => (existsSync(file) ? statSync(file).size / KIB : NaN);

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
      ['what `dist/server.js` loads at its start', sum(loadedAtStart(path.join(ROOT, 'dist'), 'server.js')), ''],
      ['`dist/extension.js`, for machines and browsers', dist('extension.js'), '≤ 450'],
      ['all programs, for machines and browsers', sum(all), ''],
    ],
  });
}
