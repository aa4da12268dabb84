import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { startOf } from '../../../server/src/wire/start';

describe('a search of the folders that fails', () => {
  it('fails what waits for it, and nothing else', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown): number => unhandled.push(reason);
    const others = process.listeners('unhandledRejection');
    process.removeAllListeners('unhandledRejection').on('unhandledRejection', note);
    const { whole, answerable } = startOf(Promise.reject(new Error('no')), Promise.resolve(), () => Promise.resolve());
    const outcomes = await Promise.allSettled([whole, answerable]);
    await turn();
    process.off('unhandledRejection', note);
    for (const other of others) process.on('unhandledRejection', other);
    assert.deepEqual([outcomes.map(({ status }) => status), unhandled], [['rejected', 'rejected'], []]);
  });
});
