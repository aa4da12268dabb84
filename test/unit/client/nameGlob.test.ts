import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fitsGlob } from '../../../client/src/nameGlob';

const CASES: readonly (readonly [glob: string, fitting: readonly string[], others: readonly string[]])[] = [
  ['nova.conf', ['nova.conf'], ['novaXconf', 'nova.conf.bak', 'my-nova.conf', '']],
  ['nova-*.conf', ['nova-compute.conf', 'nova-.conf'], ['nova.conf', 'nova-compute.conf~']],
  ['*.vif.xml', ['bridge.vif.xml', '.vif.xml'], ['bridge.vifxml', 'bridge.xml']],
  ['*{.py,.mjs,.js,.cjs}', ['a.py', 'a.mjs', 'a.cjs', 'a.b.js'], ['a.pyc', 'py', 'a.ts']],
];

describe('a glob for the name of a file', () => {
  for (const [glob, fitting, others] of CASES) {
    it(glob, () => {
      for (const name of fitting) assert.ok(fitsGlob(name, glob), name);
      for (const name of others) assert.ok(!fitsGlob(name, glob), name);
    });
  }

  it('without a * and braces fits its own text alone', () => {
    const plain = fc.string({ unit: 'binary' }).filter((text) => !/[*{}\n\r\u2028\u2029]/.test(text));
    fc.assert(fc.property(plain, plain, (glob, name) => fitsGlob(name, glob) === (name === glob)));
    fc.assert(fc.property(plain, (text) => fitsGlob(text, text)));
  });
});
