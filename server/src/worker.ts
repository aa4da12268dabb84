// What a browser starts as the server's worker. Its client says first where the programs lie; then it loads the same files as Node does.

/** What a file of the programs is given, and what it leaves. */
interface Module {
  exports: unknown;
}

/** The worker itself: what arrives comes from its client. */
declare const self: { onmessage: (message: { readonly data: unknown }) => void };
/** Runs scripts before it returns: a browser's own, which only workers have. */
declare function importScripts(url: string): void;

/** The function by which one file of a folder gets what another one exports. Each is loaded once; Node's modules are not there. */
function requireFrom(folder: string): (name: string) => unknown {
  const modules = new Map<string, Module>();
  const require = (name: string): unknown => {
    const known = modules.get(name);
    if (known) return known.exports;
    if (!name.startsWith('./')) throw new Error(`A browser has no "${name}".`);
    const module: Module = { exports: {} };
    modules.set(name, module);
    // A script has no surroundings of its own: as it starts it takes these two out of those of all.
    Object.assign(globalThis, { module, require });
    importScripts(folder + name.slice('./'.length));
    return module.exports;
  };
  return require;
}

self.onmessage = ({ data }) => {
  requireFrom(String(data))('./browserServer.js');
};
