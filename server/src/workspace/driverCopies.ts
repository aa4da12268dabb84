import { copiedModule } from '../driver/copiedModule';
import type { DriverModule, DriverSource, ResolveModule } from '../driver/declaration';
import { LastRead } from './lastRead';

/** A module of which no import was found. */
interface Alone {
  readonly source: DriverSource;
  readonly module: DriverModule;
  /** What it imports, as `ResolveModule` names it. */
  readonly imported: readonly string[];
}

/** Reads the modules of drivers, those only once that are copies of each other: each host may have its own. */
export class DriverCopies {
  readonly #read = new LastRead<Alone>();

  /** As `read` does. `name` is that of the file; `resolve` is asked for what the module imports in any case. */
  get(
    name: string,
    source: DriverSource,
    resolve: ResolveModule,
    read: (resolve: ResolveModule) => DriverModule,
  ): DriverModule {
    const like = this.#read.like(name);
    if (like && isCopy(source, like, resolve)) return copiedModule(like.module, like.source.uri, source.uri);
    const imported: string[] = [];
    const found: DriverSource[] = [];
    const module = read((asked, from) => {
      const answer = resolve(asked, from);
      imported.push(asked);
      if (answer) found.push(answer);
      return answer;
    });
    if (found.length === 0) this.#read.add(name, { source, module, imported });
    return module;
  }
}

function isCopy(source: DriverSource, { source: read, imported }: Alone, resolve: ResolveModule): boolean {
  const isSame = read.text === source.text && read.language === source.language;
  return isSame && imported.every((name) => resolve(name, source) === undefined);
}
