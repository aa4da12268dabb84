import { deepEqual, equal, ok } from 'node:assert/strict';
import type { PublishDiagnosticsParams } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { problem } from '../../../server/src/problems';
import { Documents } from '../../../server/src/wire/documents';
import { Publisher } from '../../../server/src/wire/publisher';
import { Workspace } from '../../../server/src/workspace/workspace';

const uriOf = (name: string | number): string => `file:///w/${name}.vif.xml`;
const MANY = Array.from({ length: 100 }, (_, index) => uriOf(index));

/** A publisher of files that are all there, each with a problem that takes some milliseconds to find. */
class Published {
  readonly uris: string[] = [];
  /** How many files had been published at each look at one. */
  readonly looks: number[] = [];
  readonly documents: Documents;
  readonly publisher: Publisher;
  held = false;

  constructor(milliseconds = 0) {
    const workspace = new Workspace({
      read: () => '<interface/>',
      names: () => [],
      realUri: (uri) => uri,
      answersAtOnce: () => true,
      find: () => Promise.resolve([]),
    });
    this.documents = new Documents(workspace);
    const problems = (): ReturnType<typeof problem>[] => {
      this.looks.push(this.uris.length);
      for (const end = Date.now() + milliseconds; Date.now() < end;);
      return [problem('template.xml-syntax', { start: 0, end: 1 }, 'A fault.')];
    };
    const send = ({ uri }: PublishDiagnosticsParams): void => void this.uris.push(uri);
    this.publisher = new Publisher(this.documents, problems, () => this.held, send, setImmediate);
    this.publisher.start();
  }

  open(name: string): void {
    this.documents.opened(TextDocument.create(uriOf(name), 'vif-template', 1, '<interface/>'));
  }

  async all(count: number): Promise<void> {
    while (this.uris.length < count) await new Promise(setImmediate);
  }
}

describe('publishing the diagnostics of very many files', () => {
  it('begins with the open documents, in whatever order the files are due', async () => {
    const published = new Published();
    published.open('open');
    published.publisher.due([...MANY, uriOf('open')]);
    await published.all(MANY.length + 1);
    deepEqual(published.uris, [uriOf('open'), ...MANY]);
  });

  it('publishes a file once for all changes that come in, one a turn', async () => {
    const published = new Published();
    published.open('open');
    for (let change = 0; change < 5; change++) {
      published.publisher.due([uriOf('open')]);
      await new Promise(setImmediate);
    }
    await published.all(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    deepEqual(published.uris, [uriOf('open')]);
  });

  it('finds out which files there are only when the open documents are published, and each once', async () => {
    const published = new Published();
    published.open('open');
    const before: number[] = [];
    published.publisher.allDue(
      (function* () {
        for (const uri of [...MANY, uriOf('open')]) {
          before.push(published.uris.length);
          yield uri;
        }
      })(),
    );
    await published.all(MANY.length + 1);
    equal(before[0], 1);
    deepEqual(published.uris, [uriOf('open'), ...MANY]);
  });

  it('takes what is due and not open behind that, and publishes it once', async () => {
    const published = new Published();
    published.publisher.due([uriOf('driver'), uriOf(7)]);
    published.publisher.allDue(MANY);
    await published.all(MANY.length + 1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    deepEqual(published.uris, [...MANY, uriOf('driver')]);
  });

  it('publishes each open document before it looks at the next', async () => {
    const published = new Published(10);
    const names = ['a', 'b', 'c'];
    for (const name of names) published.open(name);
    published.publisher.due(names.map(uriOf));
    await published.all(1);
    deepEqual(published.looks, [0, 1, 2]);
  });

  it('lets others have their turn in between', async () => {
    const published = new Published(5);
    published.publisher.due(MANY);
    const seen = new Set<number>();
    while (published.uris.length < MANY.length) {
      await new Promise((resolve) => setTimeout(resolve, 0));
      seen.add(published.uris.length);
    }
    ok(seen.size > 5, `others had ${seen.size} turns`);
  });

  it('publishes a document that is edited meanwhile before the rest', async () => {
    const published = new Published(5);
    published.publisher.due(MANY);
    await published.all(1);
    published.open('edited');
    published.publisher.due([uriOf('edited')]);
    await published.all(MANY.length + 1);
    ok(published.uris.indexOf(uriOf('edited')) < MANY.length / 2);
  });

  it('takes up a message that comes in during a slice before the next one', async () => {
    const published = new Published(25);
    published.open('edited');
    published.publisher.due(MANY.slice(0, 5));
    await published.all(1);
    // It is read in one turn and taken up in the next.
    setImmediate(() =>
      setImmediate(() => {
        published.publisher.due([uriOf('edited')]);
      }),
    );
    await published.all(6);
    equal(published.uris[1], uriOf('edited'));
  });

  it('holds everything back while something is under way, and goes on when it is here', async () => {
    const published = new Published();
    published.held = true;
    published.open('open');
    published.publisher.allDue(MANY);
    await new Promise((resolve) => setTimeout(resolve, 20));
    deepEqual(published.uris, []);
    published.held = false;
    published.publisher.allDue(MANY);
    await published.all(MANY.length + 1);
    deepEqual(published.uris, [uriOf('open'), ...MANY]);
  });
});
