import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readText } from '../../../server/src/workspace/readText';

/** As long as what is read in one go. */
const LONG = 2 ** 16;

describe('reading a file', () => {
  let folder = '';
  let file = '';
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'vif-read-'));
    file = path.join(folder, 'a.vif.xml');
  });
  after(() => {
    rmSync(folder, { recursive: true });
  });

  const TEXTS: Readonly<Record<string, string | Buffer>> = {
    nothing: '',
    'plain letters': 'vif',
    'a byte order mark': '\uFEFFvif',
    'letters of two, three and four bytes': 'ü — 𝄞',
    'what is no UTF-8': Buffer.from([0x76, 0xff, 0xfe, 0x69, 0xc3]),
    'the letter that stands for what is none': 'v\uFFFDi',
    'a long text': 'v'.repeat(LONG - 1),
    'a text as long as what is read in one go': 'v'.repeat(LONG),
    'a longer text': 'v'.repeat(LONG + 1),
    'a much longer text': 'vü'.repeat(LONG),
    'a letter across the end of what is read in one go': `${'v'.repeat(LONG - 1)}ü`,
    'letters of three bytes, as many as are read in one go': '—'.repeat(LONG / 3),
  };
  const likes = [undefined, ...Object.values(TEXTS).map((text) => text.toString())];

  for (const [what, text] of Object.entries(TEXTS))
    it(`gives ${what}, whatever it may be a copy of`, () => {
      writeFileSync(file, text);
      const expected = readFileSync(file, 'utf8');
      for (const like of likes) assert.equal(readText(file, like) === expected, true, like?.slice(0, 20));
    });

  it('fails where there is no file', () => {
    assert.throws(() => readText(path.join(folder, 'missing'), undefined), { code: 'ENOENT' });
    assert.throws(() => readText(folder, undefined), { code: 'EISDIR' });
  });
});
