import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import manifest from '../../package.json';
import { ROOT } from '../installedPrograms';

/** A row of a table of docs/dependencies.md. */
interface Row {
  readonly name: string;
  readonly why: string;
  readonly licence: string;
  readonly instead: string;
}

/** The rows below a heading, up to the next one. */
function rowsOf(heading: string): readonly Row[] {
  const page = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8');
  const [, section = ''] = page.split(`## ${heading}\n`);
  const [table = ''] = section.split('\n## ');
  return [...table.matchAll(/^\| `([^`]+)`([^\n]*)\|$/gm)].map(([, name = '', rest = '']) => {
    const [, why = '', licence = '', instead = ''] = rest.split('|').map((cell) => cell.trim());
    return { name, why, licence, instead };
  });
}

function licenceOf(name: string): string {
  const file = path.join(ROOT, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { license: string }).license;
}

/** Licences that a program under Apache-2.0 may hold, or be made with. */
const FITTING = ['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

describe('docs/dependencies.md', () => {
  const TABLES: readonly (readonly [heading: string, packages: object])[] = [
    ['At run time', manifest.dependencies],
    ['For development', manifest.devDependencies],
  ];
  for (const [heading, packages] of TABLES) {
    it(`${heading}: names every package of package.json once, in its order, and no other`, () => {
      assert.deepEqual(
        rowsOf(heading).map(({ name }) => name),
        Object.keys(packages),
      );
    });

    it(`${heading}: says of each why it is there, and what replaces it`, () => {
      for (const { name, why, instead } of rowsOf(heading)) assert.ok(why.length > 4 && instead.length > 4, name);
    });

    it(`${heading}: says each licence as the package does, and it fits`, () => {
      for (const { name, licence } of rowsOf(heading)) {
        assert.equal(licence, licenceOf(name), name);
        assert.ok(FITTING.includes(licence), name);
      }
    });
  }
});

describe('the packages that are bundled', () => {
  it('are all of those at run time, with what they need themselves, under licences that fit', () => {
    const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; license?: string; optional?: boolean; peer?: boolean }>;
    };
    const needed = Object.entries(lock.packages).filter(([name, { dev }]) => name !== '' && dev !== true);
    assert.ok(needed.length >= Object.keys(manifest.dependencies).length);
    for (const [name, { license = '' }] of needed) assert.ok(FITTING.includes(license), `${name}: ${license}`);
  });

  it('have no known weakness, where the registry says', function () {
    this.timeout(120_000);
    const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], { cwd: ROOT, encoding: 'utf8', shell: process.platform === 'win32' }); // prettier-ignore
    const audit = JSON.parse(stdout || '{}') as {
      metadata?: { vulnerabilities: { total: number } };
      vulnerabilities?: object;
    };
    if (audit.metadata === undefined) {
      process.stderr.write('Skipped: the registry answers no audit.\n');
      this.skip();
    }
    assert.equal(audit.metadata.vulnerabilities.total, 0, JSON.stringify(audit.vulnerabilities));
  });
});
