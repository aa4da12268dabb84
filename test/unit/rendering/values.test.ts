import { equal } from 'node:assert/strict';
import fc from 'fast-check';
import type { PythonDictionary, PythonValue } from '../../../server/src/pythonValue';
import { collectValues, findText } from '../../../server/src/rendering/values';

const COMPUTE_KEYS = ['mac_address', 'type'];
/** Names that every object of JavaScript has are keys like any other. */
const KEYS = [...COMPUTE_KEYS, 'bridge', 'constructor', '__proto__'];

const values: readonly PythonValue[] = ['tap0', '', 5n, 0.5, true, null, ['a'], new Map([['a', 'b']])];
const dictionary: fc.Arbitrary<PythonDictionary> = fc
  .array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...values)))
  .map((entries) => new Map(entries));
const nic = fc.record({ nic: fc.record({ network: dictionary }), values: dictionary });

describe('findText', () => {
  it('gives the text of each key that collectValues collects, and of no other', () => {
    fc.assert(
      fc.property(fc.array(nic, { maxLength: 3 }), (nics) => {
        const collected = collectValues(nics, COMPUTE_KEYS);
        for (const key of KEYS) equal(findText(nics, new Set(COMPUTE_KEYS), key), collected.get(key)?.text);
      }),
    );
  });
});
