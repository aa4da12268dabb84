// Bundles the programs and the host scripts into dist/: each file once, for machines and browsers. `--watch` builds again with every change,
// `--smaller` takes longer to make less of it: for the package.
import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';
import { libraryFiles } from './libraryFiles.mjs';
import { withParts } from './parts.mjs';
import { TUNING } from './engine.mjs';

/** Such a program can be started by its name. */
const NAMED = '#!/usr/bin/env node\n';

/** Node itself keeps the compiled code of a program that ends at once, where it can (22.1 and later). */
const KEEPING = "require('node:module').enableCompileCache?.();\n";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  // Libraries with both forms are taken as ES modules: what is not used falls away.
  mainFields: ['module', 'main'],
  // What a library has for browsers is taken beside what it has for Node.
  conditions: ['module', 'browser'],
  plugins: [libraryFiles],
  minify: true,
  logLevel: 'warning',
};

const features = (...names) => names.map((name) => `server/src/languageFeatures/${name}.ts`);

/** What of the two programs is a file of its own, loaded when it is needed first. */
const parts = {
  features: features(
    ...['codeActions', 'codeLenses', 'completion', 'definition', 'documentLinks', 'documentSymbols', 'explorer'],
    ...['foldingRanges', 'formatting', 'highlights', 'hover', 'inlayHints', 'references', 'rename', 'requestNeeds'],
    ...['selectionRanges', 'semanticTokens', 'workspaceSymbols'],
  ),
  novaConf: [
    'server/src/check/checkNovaConf.ts',
    ...['novaFacts', 'historicOptions'].map((name) => `server/src/novaConf/catalogue/${name}.ts`),
  ],
  search: ['server/src/workspace/findOnDisk.ts'],
  syntax: ['server/src/text/syntaxTree.ts'],
  python: ['server/src/driver/readPython.ts'],
  javascript: ['server/src/driver/readJavaScript.ts'],
  cheetah: ['server/src/check/checkCheetah.ts', 'server/src/check/readCheetah.ts'],
  request: ['server/src/request/parseRequest.ts'],
  topology: ['server/src/wire/topology.ts'],
  rendering: ['server/src/wire/nodeRenderer.ts'],
};

/** What is loaded at the start in any case. */
const core = [
  'server/src/wire/languageServer.ts',
  'server/src/wire/clientFiles.ts',
  'server/src/workspace/mirrorDisk.ts',
];

const programs = {
  languageServer: 'server/src/server.ts',
  cli: 'server/src/cli.ts',
  browserServer: 'server/src/browserServer.ts',
  nodeClient: 'client/src/nodeClient.ts',
  browserClient: 'client/src/browserClient.ts',
};

/** What starts a program: a file that the programs share. */
const launched = {
  ...common,
  plugins: [
    {
      name: 'launch',
      setup({ onResolve }) {
        onResolve({ filter: /\/launch$/ }, () => ({ path: './launch.js', external: true }));
      },
    },
  ],
};

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: {
      launch: 'server/src/launch/launch.ts',
      browserExtension: 'client/src/browserExtension.ts',
      worker: 'server/src/worker.ts',
      javascriptHost: 'server/src/driver/hosts/javascriptHost.ts',
    },
  },
  { ...launched, entryPoints: { extension: 'client/src/extension.ts' } },
  { ...launched, entryPoints: { server: 'server/src/launch/server.ts' }, banner: { js: NAMED + TUNING } },
  withParts(common, { root, programs, started: { cli: NAMED + KEEPING }, parts, core }),
];

await rm(path.join(root, 'dist'), { recursive: true, force: true });
await mkdir(path.join(root, 'dist'), { recursive: true });
for (const part of ['python_host.py', 'vif_host'])
  await cp(path.join(root, 'server/src/driver/hosts', part), path.join(root, 'dist', part), { recursive: true });
for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else await build(options);
}
if (process.argv.includes('--smaller')) {
  const { makeSmaller } = await import('./smaller.mjs');
  await makeSmaller(path.join(root, 'dist'));
}
