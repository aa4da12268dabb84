import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import { GatheredAnswers } from '../../../server/src/driver/hosts/gatheredAnswers';

describe('answers of a JavaScript host', () => {
  /** What was written, piece by piece. */
  function gathering(): { readonly answers: GatheredAnswers; readonly written: string[] } {
    const written: string[] = [];
    return { answers: new GatheredAnswers((bytes) => written.push(bytes.toString())), written };
  }

  it('that come together are written together', () => {
    const { answers, written } = gathering();
    answers.flush();
    for (let count = 0; count < 1000; count++) answers.add(Buffer.from('a'));
    answers.flush();
    assert.equal(written.join(''), 'a'.repeat(1000));
    assert.ok(written.length < 500, String(written.length));
  });

  it('are written when there is something to wait for, and not twice', async () => {
    const { answers, written } = gathering();
    answers.flush();
    answers.add(Buffer.from('a'));
    answers.add(Buffer.from('b'));
    await turn();
    assert.equal(written.join(''), 'ab');
    const { length } = written;
    answers.flush();
    assert.equal(written.length, length);
  });

  it('are written at once where they are long', () => {
    const { answers, written } = gathering();
    answers.flush();
    answers.add(Buffer.alloc(100_000, 'x'));
    assert.equal(written.join('').length, 100_000);
  });
});
