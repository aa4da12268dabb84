// The places that the harness reads and writes.
import { fileURLToPath } from 'node:url';

const inRoot = (relative) => fileURLToPath(new URL(`../../../${relative}`, import.meta.url));

/** The repository, which is the extension's folder too. */
export const ROOT = inRoot('.');
/** What the tests open is a copy of this folder. */
export const EXAMPLES = inRoot('examples');
export const SUITES = inRoot('test/vscode/suites');
export const PAGE_TESTS = inRoot('test/vscode/page');
export const WEB_TESTS = inRoot('test/vscode/web');
/** The bundled suites, a folder each. */
export const BUNDLES = inRoot('out/test/vscode');
export const SCREENSHOTS = inRoot('out/test/vscode/screenshots');
/** What the tests in the window have seen of how long loading the extension takes. */
export const ACTIVATION = inRoot('out/test/vscode/activation.json');
export const PACKAGED_EXTENSION = inRoot('out/openstack-vif.vsix');
/** Where @vscode/test-electron keeps the VS Code that it downloads. */
export const DOWNLOADS = inRoot('.vscode-test');

export const INSTALL_HOST = inRoot('test/vscode/host/install.mjs');
export const RUN_TESTS = inRoot('test/vscode/harness/runTests.mjs');
export const END_WITH_CALLER = inRoot('test/vscode/harness/endWithCaller.mjs');
export const MOCHA = inRoot('node_modules/mocha/bin/mocha.js');
