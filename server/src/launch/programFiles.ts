// How the files of a program are loaded where something has to be done with each: each asks for others by their names in the same folder.

/** What a file is given, and what it leaves. */
export interface Module {
  exports: unknown;
}

/** Gives what a file exports, `./name.js`, or what is there beside the files. */
export type Require = (name: string) => unknown;

/**
 * The function by which one file gets what another one exports. Each is loaded once, by `run`, before anything of it is used.
 * @param outside gives what is there beside the files, by its name
 */
export function requireWith(outside: Require, run: (name: string, module: Module, require: Require) => void): Require {
  const modules = new Map<string, Module>();
  const require: Require = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    if (!name.startsWith('./')) return outside(name);
    const module: Module = { exports: {} };
    modules.set(name, module);
    run(name, module, require);
    return module.exports;
  };
  return require;
}

/** What a browser has beside the files: these alone. Anything else is an error. */
export function inBrowser(others: Readonly<Record<string, unknown>>): Require {
  return (name) => {
    if (Object.hasOwn(others, name)) return others[name];
    throw new Error(`A browser has no "${name}".`);
  };
}
