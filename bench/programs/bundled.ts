import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { ROOT } from './run';

/** Bundles a program of ours as the product is, for as long as `use` runs it: what a loader of TypeScript costs is not measured. */
export async function bundled<Result>(
  program: string,
  use: (file: string) => Result | Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(path.join(tmpdir(), 'vif-bench-'));
  const outfile = path.join(folder, 'program.js');
  try {
    await build({
      ...{ absWorkingDir: ROOT, entryPoints: [program], outfile, logLevel: 'error' },
      ...{
        bundle: true,
        minify: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        mainFields: ['module', 'main'],
      },
    });
    return await use(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
