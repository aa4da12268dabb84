import assert from 'node:assert/strict';
import path from 'node:path';
import { build, type Metafile } from 'esbuild';

const ROOT = path.join(__dirname, '../../..');

/** Everything that a bundle imports or asks for, by the name that it has there. Node's modules are let through, to be found. */
async function importsOf(entry: string): Promise<readonly string[]> {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'browser',
    mainFields: ['module', 'main'],
    external: ['vscode', 'node:*'],
    logLevel: 'silent',
  });
  return externalsOf(metafile);
}

function externalsOf({ inputs }: Metafile): readonly string[] {
  const imports = Object.values(inputs).flatMap((input) => input.imports);
  return [...new Set(imports.filter(({ external }) => external).map(({ path: name }) => name))];
}

describe('what runs in a browser asks for nothing of Node', () => {
  const cases = [
    { entry: 'client/src/browserExtension.ts', expected: ['vscode'] },
    { entry: 'client/src/browserClient.ts', expected: ['vscode'] },
    { entry: 'server/src/worker.ts', expected: [] },
    // The XML parser tries to get Node's streams, and does without where there are none.
    { entry: 'server/src/browserServer.ts', expected: ['stream'] },
  ];
  for (const { entry, expected } of cases) {
    it(entry, async () => {
      assert.deepEqual(await importsOf(entry), expected);
    });
  }
});
