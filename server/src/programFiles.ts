// How a browser loads the files of the programs: as Node does, each asks for others by their names in the same folder.

/** What a file is given, and what it leaves. */
export interface Module {
  exports: unknown;
}

/** Gives what a file exports, `./name.js`. */
export type Require = (name: string) => unknown;

/**
 * The function by which one file gets what another one exports. Each is loaded once, by `run`, before anything of it is used.
 * @param others what is there beside the files, by its name; anything else cannot be had
 */
export function requireWith(
  others: Readonly<Record<string, unknown>>,
  run: (name: string, module: Module, require: Require) => void,
): Require {
  const modules = new Map<string, Module>();
  const require: Require = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    if (Object.hasOwn(others, name)) return others[name];
    if (!name.startsWith('./')) throw new Error(`A browser has no "${name}".`);
    const module: Module = { exports: {} };
    modules.set(name, module);
    run(name, module, require);
    return module.exports;
  };
  return require;
}
