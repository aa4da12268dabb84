import { deepEqual, equal, throws } from 'node:assert/strict';
import {
  chmodSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { WholeFile, writeWhole } from '../../../server/src/cli/wholeFile';

describe('a file that is written whole', () => {
  let folder = '';
  const at = (name: string): string => path.join(folder, name);
  const text = (name: string): string => readFileSync(at(name), 'utf8');
  beforeEach(() => {
    folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif whole-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('is what it was until the new one is there', () => {
    writeFileSync(at('a'), 'old');
    const file = new WholeFile(at('a'));
    file.write('new ');
    file.write('größe');
    equal(text('a'), 'old');
    file.finish();
    deepEqual([text('a'), readdirSync(folder)], ['new größe', ['a']]);
  });

  it('is what it was where the new one is given up', () => {
    writeFileSync(at('a'), 'old');
    const file = new WholeFile(at('a'));
    file.write('new');
    file.discard();
    deepEqual([text('a'), readdirSync(folder)], ['old', ['a']]);
  });

  it('keeps its permissions', function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(at('a'), 'old');
    chmodSync(at('a'), 0o660);
    writeWhole(at('a'), 'new');
    equal(statSync(at('a')).mode & 0o777, 0o660);
  });

  it('is written through a symbolic link, which stays one', function () {
    if (process.platform === 'win32') this.skip();
    writeFileSync(at('a'), 'old');
    symlinkSync('a', at('link'));
    symlinkSync('b', at('dangling'));
    for (const name of ['link', 'dangling']) writeWhole(at(name), 'new');
    deepEqual([text('a'), text('b')], ['new', 'new']);
    deepEqual(readdirSync(folder), ['a', 'b', 'dangling', 'link']);
    equal(lstatSync(at('link')).isSymbolicLink(), true);
  });

  it('is written to as it is where it is none, such as a device', function () {
    if (process.platform === 'win32') this.skip();
    writeWhole('/dev/null', 'new');
    equal(statSync('/dev/null').isCharacterDevice(), true);
  });

  it('throws where there is no such folder', () => {
    throws(() => {
      writeWhole(at('no/such'), 'new');
    }, /ENOENT/);
  });
});
