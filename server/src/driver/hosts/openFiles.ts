import { existsSync, realpathSync } from 'node:fs';
import Module, { register } from 'node:module';
import { pathToFileURL } from 'node:url';

type Entries = readonly (readonly [name: string, text: string])[];

/** What Node hands to a load hook, as far as it is used here. */
interface Loaded {
  readonly format?: string | null;
  readonly source?: unknown;
  readonly shortCircuit?: boolean;
}
type NextLoad = (url: string, context: Loaded) => Promise<Loaded>;

/**
 * Makes the texts of open files count in place of the files, for `import` and `require` alike. `hooks` is the file that
 * exports `initialize` and `load`, which Node runs in a thread of their own. Paths are absolute.
 */
export function useOpenFiles(entries: Entries, hooks: string): void {
  const texts = entries.map(([path, text]) => [realPath(path), text] as const);
  compileTexts(new Map(texts));
  // Node 26 prefers registerHooks, which the Node of today's VS Code does not have, and says so on stderr.
  const { noDeprecation } = process;
  process.noDeprecation = true;
  register(pathToFileURL(hooks), { data: texts.map(([path, text]) => [pathToFileURL(path).href, text]) });
  Object.assign(process, { noDeprecation });
}

/** The path that Node itself calls a file by: the one without symbolic links. */
export function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

/** CommonJS has no hooks on Node 20. What all its modules go through is `Module.prototype._compile`. */
function compileTexts(texts: ReadonlyMap<string, string>): void {
  const compile: unknown = Reflect.get(Module.prototype, '_compile');
  if (typeof compile !== 'function') return;
  Reflect.set(Module.prototype, '_compile', function (this: unknown, source: string, file: string, ...rest: unknown[]) {
    const result: unknown = Reflect.apply(compile, this, [texts.get(file) ?? source, file, ...rest]);
    return result;
  });
}

let openTexts: ReadonlyMap<string, string> = new Map();

/** Node's hook: gets the texts by URL. */
export function initialize(entries: Entries): void {
  openTexts = new Map(entries);
}

/** Node's hook: gives the text of an open ES module; CommonJS goes its own way. */
export async function load(url: string, context: Loaded, next: NextLoad): Promise<Loaded> {
  const text = openTexts.get(url);
  if (text === undefined) return next(url, context);
  const format = context.format ?? (await next(url, context)).format;
  return format === 'module' ? { format, source: text, shortCircuit: true } : next(url, context);
}
