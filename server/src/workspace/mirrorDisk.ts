import type { Arrivals, Disk } from './disk';
import { folderOf } from './files';

/** The one who has the files, and is asked for them. An answer that fails means: not there. */
export interface FileSource {
  /** As `Disk.read`. */
  readFile(uri: string): Promise<string | undefined>;
  /** As `Disk.names`. */
  readDirectory(folder: string): Promise<readonly string[]>;
  /** As `Disk.find`. */
  findFiles(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]>;
}

/** What is under way from the source. */
class UnderWay {
  /** Who is told when nothing is under way any more. */
  listener: () => void = () => undefined;
  #all: Promise<void> | undefined;

  get all(): Promise<void> | undefined {
    return this.#all;
  }

  /** Counts a question in; it is one that never fails. */
  add(question: Promise<void>): void {
    const all = Promise.all([this.#all, question]).then(() => {
      if (this.#all !== all) return;
      this.#all = undefined;
      this.listener();
    });
    this.#all = all;
  }
}

/** The answers to one kind of question, asked when they are wanted for the first time. */
class Answers<Answer> {
  readonly #entries = new Map<string, { answer: Answer }>();

  constructor(
    private readonly missing: Answer,
    private readonly ask: (uri: string) => Promise<Answer>,
    private readonly underWay: UnderWay,
  ) {}

  get(uri: string): Answer {
    const known = this.#entries.get(uri);
    if (known) return known.answer;
    // An entry that is forgotten before its answer arrives takes the answer with it.
    const entry = { answer: this.missing };
    this.#entries.set(uri, entry);
    this.underWay.add(
      this.ask(uri).then(
        (answer) => {
          entry.answer = answer;
        },
        () => undefined,
      ),
    );
    return this.missing;
  }

  forget(uri: string): void {
    this.#entries.delete(uri);
  }

  forgetAll(): void {
    this.#entries.clear();
  }
}

/** A disk whose files lie elsewhere: it answers at once with what it knows, and asks for the rest. */
export class MirrorDisk implements Disk {
  readonly arrivals: Arrivals;
  readonly #underWay = new UnderWay();
  readonly #texts: Answers<string | undefined>;
  readonly #names: Answers<readonly string[]>;

  constructor(private readonly source: FileSource) {
    this.#texts = new Answers<string | undefined>(undefined, (uri) => source.readFile(uri), this.#underWay);
    this.#names = new Answers<readonly string[]>([], (folder) => source.readDirectory(folder), this.#underWay);
    this.arrivals = {
      underWay: () => this.#underWay.all,
      onArrival: (listener) => {
        this.#underWay.listener = listener;
      },
      forget: (uri) => {
        this.#forget(uri);
      },
    };
  }

  read(uri: string): string | undefined {
    return this.#texts.get(uri);
  }

  names(folder: string): readonly string[] {
    return this.#names.get(folder);
  }

  async find(folder: string, patterns: readonly string[], deep: boolean): Promise<readonly string[]> {
    const found = this.source.findFiles(folder, patterns, deep).catch(() => []);
    this.#underWay.add(found.then(() => undefined));
    return found;
  }

  answersAtOnce(): boolean {
    return false;
  }

  #forget(uri: string | undefined): void {
    if (uri === undefined) {
      this.#texts.forgetAll();
      this.#names.forgetAll();
      return;
    }
    this.#texts.forget(uri);
    this.#names.forget(uri);
    this.#names.forget(folderOf(uri));
  }
}
