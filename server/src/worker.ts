// What a browser starts as the server's worker. Its client says first where the programs lie; then it loads the same files as Node does.
import { inBrowser, requireWith } from './launch/programFiles';

/** The worker itself: what arrives comes from its client. */
declare const self: { onmessage: (message: { readonly data: unknown }) => void };
/** Runs scripts before it returns: a browser's own, which only workers have. */
declare function importScripts(url: string): void;

self.onmessage = ({ data: folder }) => {
  const require = requireWith(inBrowser({}), (name, module, requireNext) => {
    // A script has no surroundings of its own: as it starts it takes these two out of those of all.
    Object.assign(globalThis, { module, require: requireNext });
    importScripts(String(folder) + name);
  });
  require('./browserServer.js');
};
