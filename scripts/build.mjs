// Bundles the programs and the host scripts into dist/, and what runs in a browser into dist/browser/. `--watch` builds again with every change.
import { cp, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

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
  // As an ES module it asks for its own file's address, which a bundle has not.
  alias: { fdir: createRequire(import.meta.url).resolve('fdir') },
  minify: true,
  keepNames: true,
  logLevel: 'warning',
};

/** Fails where something of Node is asked for. @type {import('esbuild').BuildOptions} */
const browser = { ...common, outdir: 'dist/browser', platform: 'browser', target: 'es2022', alias: {} };

/** @type {readonly import('esbuild').BuildOptions[]} */
const bundles = [
  {
    ...common,
    entryPoints: {
      extension: 'client/src/extension.ts',
      javascriptHost: 'server/src/driver/hosts/javascriptHost.ts',
    },
  },
  // These two can be started by their names.
  {
    ...common,
    entryPoints: { server: 'server/src/server.ts', cli: 'server/src/cli.ts' },
    banner: { js: '#!/usr/bin/env node' },
  },
  { ...browser, format: 'cjs', entryPoints: { extension: 'client/src/browserExtension.ts' } },
  { ...browser, format: 'iife', entryPoints: { server: 'server/src/browserServer.ts' } },
];

await mkdir(path.join(root, 'dist'), { recursive: true });
for (const part of ['python_host.py', 'vif_host'])
  await cp(path.join(root, 'server/src/driver/hosts', part), path.join(root, 'dist', part), { recursive: true });
for (const options of bundles) {
  if (watch) await (await context(options)).watch();
  else await build(options);
}
