import assert from 'node:assert/strict';
import type { DriverLanguage } from '../../../server/src/driver/declaration';
import { moduleResolver } from '../../../server/src/workspace/moduleResolver';

/** Where an import leads: the path of the file; nothing for one that is not found. */
function resolve(name: string, from: string, paths: readonly string[], folders: readonly string[]): string | undefined {
  const language: DriverLanguage = from.endsWith('.py') ? 'python' : 'javascript';
  const resolver = moduleResolver(
    folders.map((folder) => `file:///${folder}`),
    { text: (uri) => (paths.includes(uri.slice('file:///'.length)) ? '' : undefined) },
  );
  return resolver(name, { uri: `file:///${from}`, language, text: '' })?.uri.slice('file:///'.length);
}

describe('finding an imported module', () => {
  const CASES: readonly (readonly [name: string, from: string, paths: readonly string[], found: string | undefined])[] =
    [
      ['base', 'w/driver.py', ['w/base.py'], 'w/base.py'],
      ['parts.base', 'w/driver.py', ['w/parts/base.py'], 'w/parts/base.py'],
      ['parts', 'w/driver.py', ['w/parts.py', 'w/parts/__init__.py'], 'w/parts/__init__.py'],
      ['base', 'w/driver.py', ['more/base.py'], 'more/base.py'],
      ['base', 'w/driver.py', ['more/base.py', 'w/base.py'], 'w/base.py'],
      ['base', 'w/parts/driver.py', ['w/parts/base.py'], undefined],
      ['.base', 'w/parts/driver.py', ['w/parts/base.py', 'w/base.py'], 'w/parts/base.py'],
      ['..base', 'w/parts/driver.py', ['w/parts/base.py', 'w/base.py'], 'w/base.py'],
      ['.', 'w/parts/driver.py', ['w/parts/__init__.py'], 'w/parts/__init__.py'],
      ['..', 'w/parts/driver.py', ['w/__init__.py'], 'w/__init__.py'],
      ['base', 'w/driver.py', ['w/base.mjs'], undefined],
      ['./base.mjs', 'w/driver.mjs', ['w/base.mjs'], 'w/base.mjs'],
      ['../base.mjs', 'w/parts/driver.mjs', ['w/base.mjs'], 'w/base.mjs'],
      ['./base', 'w/driver.cjs', ['w/base.js'], 'w/base.js'],
      ['./parts', 'w/driver.cjs', ['w/parts/index.js'], 'w/parts/index.js'],
    ];
  for (const [name, from, paths, found] of CASES) {
    it(`${name} in ${from}, among ${paths.join(' and ')}: ${found ?? 'none'}`, () => {
      assert.equal(resolve(name, from, paths, ['w', 'more']), found);
    });
  }

  const HOSTILE: readonly (readonly [name: string, from: string, file: string])[] = [
    ['..secret', 'w/driver.py', 'secret.py'],
    ['...secret', 'w/parts/driver.py', 'secret.py'],
    ['..w2.secret', 'w/driver.py', 'w2/secret.py'],
    ['../secret.mjs', 'w/driver.mjs', 'secret.mjs'],
    ['./../w2/secret.mjs', 'w/driver.mjs', 'w2/secret.mjs'],
    ['/secret.mjs', 'w/driver.mjs', 'secret.mjs'],
    ['a/../../secret', 'w/driver.py', 'secret.py'],
    ['', 'w/driver.py', 'w/.py'],
  ];
  for (const [name, from, file] of HOSTILE) {
    it(`never leaves the search path: ${JSON.stringify(name)} in ${from}`, () => {
      assert.equal(resolve(name, from, [file], ['w']), undefined);
    });
  }
});
