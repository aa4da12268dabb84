import { deepEqual, equal, ok, rejects } from 'node:assert/strict';
import fc from 'fast-check';
import { Ordered, type AnswerSink, type Give } from '../../../server/src/cli/requests/ordered';

/** A sink that tells what has come through. */
class Kept implements AnswerSink {
  readonly answers: string[] = [];
  #gathered: string[] = [];

  add(answer: string): undefined {
    this.#gathered.push(answer);
  }

  flush(): Promise<void> {
    this.answers.push(...this.#gathered.splice(0));
    return Promise.resolve();
  }
}

/** A question that is answered later. */
function later(answer: () => Promise<string>): (give: Give) => void {
  return (give) => {
    give(answer);
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 30));

describe('answers that are asked for ahead', () => {
  it('come in the order of the questions, whichever is there first', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(5), { maxLength: 300 }), async (turns) => {
        const sink = new Kept();
        const ordered = new Ordered(sink, 128);
        for (const [index, count] of turns.entries())
          await ordered.ask(
            1,
            later(async () => {
              for (let turn = 0; turn < count; turn++) await Promise.resolve();
              return String(index);
            }),
          );
        await ordered.end();
        deepEqual(
          sink.answers,
          turns.map((_, index) => String(index)),
        );
      }),
      { numRuns: 30 },
    );
  });

  it('are held in a bounded number, and huge ones alone', async () => {
    let open = 0;
    let most = 0;
    const ordered = new Ordered(new Kept(), 128);
    const ask = async (): Promise<string> => {
      most = Math.max(most, ++open);
      await settled();
      open--;
      return '';
    };
    for (let count = 0; count < 1000; count++) await ordered.ask(1, later(ask));
    await ordered.end();
    ok(most > 1 && most <= 128, String(most));
    most = 0;
    for (let count = 0; count < 5; count++) await ordered.ask(1 << 20, later(ask));
    await ordered.end();
    equal(most, 1);
  });

  it('are passed on while one that comes later is waited for', async () => {
    const sink = new Kept();
    const ordered = new Ordered(sink, 128);
    await ordered.ask(1, (give) => {
      give(() => 'first');
    });
    let answer: (text: string) => void = () => undefined;
    await ordered.ask(
      1,
      later(() => new Promise((resolve) => (answer = resolve))),
    );
    await settled();
    deepEqual(sink.answers, ['first']);
    answer('second');
    await settled();
    deepEqual(sink.answers, ['first', 'second']);
  });

  it('end with the first that fails, or that cannot be passed on', async () => {
    const failing = new Ordered(new Kept(), 128);
    await failing.ask(
      1,
      later(() => Promise.reject(new Error('no answer'))),
    );
    await rejects(failing.end(), /no answer/);
    const full = new Ordered({ add: () => undefined, flush: () => Promise.reject(new Error('disk full')) }, 128);
    await full.ask(1, (give) => {
      give(() => '');
    });
    await rejects(full.end(), /disk full/);
  });
});
