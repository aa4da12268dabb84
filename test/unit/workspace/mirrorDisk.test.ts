import assert from 'node:assert/strict';
import { MirrorDisk } from '../../../server/src/workspace/mirrorDisk';

const FILE = 'memfs:/cloud/nova.conf';

/** Texts whose reading ends when a test says so, in the order that it wants. */
class Source {
  readonly asked: string[] = [];
  readonly #answers: ((text: string | undefined) => void)[] = [];
  readonly disk = new MirrorDisk({
    readFile: (uri) => {
      this.asked.push(uri);
      return new Promise((resolve) => this.#answers.push(resolve));
    },
    readDirectory: () => Promise.reject(new Error('no such folder')),
    findFiles: () => Promise.reject(new Error('no search')),
  });

  async answer(index: number, text: string | undefined): Promise<void> {
    this.#answers[index]?.(text);
    await new Promise(setImmediate);
  }
}

describe('a disk that mirrors files from elsewhere', () => {
  let source: Source;
  let arrived: number;
  beforeEach(() => {
    source = new Source();
    arrived = 0;
    source.disk.arrivals.onArrival(() => arrived++);
  });

  it('knows nothing of a file at first, and says that it is under way', async () => {
    assert.equal(source.disk.arrivals.underWay(), undefined);
    assert.equal(source.disk.read(FILE), undefined);
    assert.ok(source.disk.arrivals.underWay());
    await source.answer(0, 'text');
    assert.equal(source.disk.arrivals.underWay(), undefined);
    assert.equal(source.disk.read(FILE), 'text');
    assert.equal(arrived, 1);
  });

  it('asks once, for what is there and for what is not', async () => {
    source.disk.read(FILE);
    source.disk.read(FILE);
    await source.answer(0, undefined);
    assert.equal(source.disk.read(FILE), undefined);
    assert.deepEqual(source.asked, [FILE]);
    assert.equal(source.disk.arrivals.underWay(), undefined);
  });

  it('tells when nothing is under way any more, whatever the order of the answers', async () => {
    source.disk.read(FILE);
    source.disk.read('memfs:/cloud/other.py');
    await source.answer(1, 'other');
    assert.equal(arrived, 0);
    await source.answer(0, 'text');
    assert.equal(arrived, 1);
  });

  it('asks again for what has changed, and takes no answer from before that', async () => {
    source.disk.read(FILE);
    source.disk.arrivals.forget(FILE);
    source.disk.read(FILE);
    await source.answer(0, 'old');
    assert.equal(source.disk.read(FILE), undefined);
    await source.answer(1, 'new');
    assert.equal(source.disk.read(FILE), 'new');
  });

  it('forgets all, for a client that does not tell of changes', async () => {
    source.disk.read(FILE);
    await source.answer(0, 'text');
    source.disk.arrivals.forget();
    assert.equal(source.disk.read(FILE), undefined);
    assert.deepEqual(source.asked, [FILE, FILE]);
  });

  it('takes a question that fails for one of something that is not there', async () => {
    assert.deepEqual(source.disk.names('memfs:/cloud'), []);
    assert.deepEqual(await source.disk.find('memfs:/cloud', ['nova.conf'], true), []);
    await new Promise(setImmediate);
    assert.deepEqual(source.disk.names('memfs:/cloud'), []);
    assert.equal(source.disk.arrivals.underWay(), undefined);
  });
});
