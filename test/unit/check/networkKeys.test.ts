import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { networkKeys } from '../../../server/src/check/networkKeys';

const REQUEST = path.join(__dirname, '../../../templates/default-request.json');

describe('the keys that a driver may be handed', () => {
  it('are those of the request that ships, among others', () => {
    const { network } = JSON.parse(readFileSync(REQUEST, 'utf8')) as { network: object };
    for (const key of Object.keys(network)) ok(networkKeys.has(key), key);
  });
});
