import type { DriverSource, ResolveModule } from '../driver/declaration';

/** What a module asked for as it was read, and what it got. */
interface Answer {
  readonly name: string;
  readonly from: DriverSource;
  readonly source: DriverSource | undefined;
}

interface Kept<Value> {
  readonly text: string;
  readonly answers: readonly Answer[];
  readonly value: Value;
}

/** Keeps what was worked out from a module and those that it imports, until one of their texts is another one, or an import leads elsewhere. */
export class MemoByAnswers<Value> {
  readonly #kept = new Map<string, Kept<Value>>();

  /** What `make` makes of the module; it asks for others with the function that it is handed. */
  get({ uri, text }: DriverSource, resolve: ResolveModule, make: (resolve: ResolveModule) => Value): Value {
    const kept = this.#kept.get(uri);
    if (kept?.text === text && kept.answers.every((answer) => isStill(answer, resolve))) return kept.value;
    const answers: Answer[] = [];
    const value = make((name, from) => {
      const source = resolve(name, from);
      answers.push({ name, from, source });
      return source;
    });
    this.#kept.set(uri, { text, answers, value });
    return value;
  }
}

function isStill({ name, from, source }: Answer, resolve: ResolveModule): boolean {
  const now = resolve(name, from);
  return now?.uri === source?.uri && now?.text === source?.text;
}
