import { deepEqual, equal, ok } from 'node:assert/strict';
import { Progress } from '../../../server/src/cli/progress';

class Terminal {
  readonly columns = 20;
  readonly written: string[] = [];

  constructor(readonly isTTY: boolean) {}

  write(text: string): boolean {
    this.written.push(text);
    return true;
  }
}

const CLEAR = '\r\x1b[K';

describe('how far a long command is', () => {
  it('is shown on a terminal in one line of its width, which goes when the command is done', () => {
    const terminal = new Terminal(true);
    const progress = new Progress(terminal);
    progress.show(() => '12 of 2402 files checked');
    progress.clear();
    progress.clear();
    deepEqual(terminal.written, [`${CLEAR}12 of 2402 files ch`, CLEAR]);
  });

  it('is not shown more often than one can read', () => {
    const terminal = new Terminal(true);
    const progress = new Progress(terminal);
    let made = 0;
    for (let count = 0; count < 100_000; count++) progress.show(() => String(++made));
    equal(terminal.written.length, made);
    ok(made < 1000);
  });

  it('is shown nowhere else', () => {
    const terminal = new Terminal(false);
    const progress = new Progress(terminal);
    progress.show(() => 'nothing');
    progress.clear();
    deepEqual(terminal.written, []);
  });
});
