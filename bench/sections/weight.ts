import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../programs/run';
import { median } from '../stats';
import type { Section } from '../table';
import { loadedAtStart } from '../../scripts/loadedAtStart';

const KIB = 1024;

const kibibytes = (file: string): number => (existsSync(file) ? statSync(file).size / KIB : NaN);

/** What the windows that the tests have seen last tell of the start of the extension, in ms. */
interface Windows {
  /** How long VS Code took to load and call it. */
  readonly activation: readonly number[];
  /** How long it took from the choice of a file's language until its fault was underlined. */
  readonly fault: readonly number[];
}

/** The median of the windows. */
function inWindows(what: keyof Windows): number {
  const file = path.join(ROOT, 'out/test/vscode/activation.json');
  return existsSync(file) ? median((JSON.parse(readFileSync(file, 'utf8')) as Windows)[what]) : NaN;
}

/** What is downloaded, kept on the disk and loaded. */
export function weight(): Promise<Section> {
  const dist = (name: string): number => kibibytes(path.join(ROOT, 'dist', name));
  const sum = (names: readonly string[]): number => names.reduce((total, name) => total + dist(name), 0);
  const all = readdirSync(path.join(ROOT, 'dist')).filter((name) => name.endsWith('.js'));
  return Promise.resolve({
    title: 'Weight',
    about:
      'In KiB, and the last two rows in ms. What a program loads at its start is the file itself and those that it shares with others; the goals for programs are for all of that.',
    head: ['what', '', 'goal'],
    rows: [
      [
        'the package, `openstack-vif.vsix` (after `npm run package`)',
        kibibytes(path.join(ROOT, 'out/openstack-vif.vsix')),
        '≤ 600',
      ],
      ['what `dist/server.js` loads at its start', sum(loadedAtStart(path.join(ROOT, 'dist'), 'server.js')), '≤ 400'],
      [
        'what `dist/extension.js` loads at its start',
        sum(loadedAtStart(path.join(ROOT, 'dist'), 'extension.js')),
        '≤ 450',
      ],
      ['all programs, for machines and browsers', sum(all), ''],
      ['activation in VS Code, in ms (after `npm run test:vscode page`)', inWindows('activation'), '≤ 50'],
      ['from there on until a fault of the file is underlined', inWindows('fault'), ''],
    ],
  });
}
