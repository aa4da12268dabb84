// Bundles a suite for the extension host.
import { build } from 'esbuild';
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { BUNDLES, SUITES } from './paths.mjs';

/**
 * Bundles the files of one suite: its index.ts, which VS Code loads, and each of its tests.
 * @param {string} suite the suite's folder
 * @returns {Promise<string>} the bundled index, without what an earlier run left beside it
 */
export async function bundleSuite(suite) {
  const folder = path.join(BUNDLES, suite);
  rmSync(folder, { recursive: true, force: true });
  const names = readdirSync(path.join(SUITES, suite), { recursive: true, encoding: 'utf8' });
  const entries = names.filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
  await build({
    entryPoints: entries.map((name) => path.join(SUITES, suite, name)),
    outbase: SUITES,
    outdir: BUNDLES,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(folder, 'index.js');
}
