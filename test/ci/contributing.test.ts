import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { scripts } from '../../package.json';
import { ROOT } from '../installedPrograms';

const page = readFileSync(path.join(ROOT, 'CONTRIBUTING.md'), 'utf8');

describe('CONTRIBUTING.md', () => {
  it('names npm scripts that there are', () => {
    const named = [...page.matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(([, name = '']) => name);
    assert.ok(named.includes('docs:libvirt'));
    for (const name of named) assert.ok(Object.hasOwn(scripts, name), name);
  });

  it('names files and folders that there are', () => {
    const named = [...page.matchAll(/(?:`|\s|\()((?:\.ci|client|docs|l10n|media|scripts|server|test)\/[\w./-]+)/g)];
    assert.ok(named.length > 15);
    for (const [, name = ''] of named) assert.ok(existsSync(path.join(ROOT, name)), name);
  });

  it('breaks what is there to be broken', () => {
    const [, file = '', name = ''] = /in `([\w/.]+)` set `(\w+)` to `0`/.exec(page) ?? [];
    assert.match(readFileSync(path.join(ROOT, file), 'utf8'), new RegExp(`^const ${name} = 0\\.\\d+;$`, 'm'));
  });
});
