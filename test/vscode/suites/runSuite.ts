import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Mocha from 'mocha';

/**
 * Runs the tests that lie beside the bundle that holds this function, and leaves their result in the file which
 * VIF_TEST_RESULT names: without it the harness takes the run for broken. VS Code calls it, in the extension host.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 60_000, color: false, forbidOnly: Boolean(process.env.CI) });
  for (const file of readdirSync(__dirname, { encoding: 'utf8', recursive: true })) {
    if (file.endsWith('.test.js')) mocha.addFile(path.join(__dirname, file));
  }
  const stats = await new Promise<Mocha.Stats | undefined>((resolve) => {
    const runner = mocha.run(() => {
      resolve(runner.stats);
    });
  });
  const { VIF_TEST_RESULT: resultFile } = process.env;
  if (resultFile) writeFileSync(resultFile, JSON.stringify(stats));
  if (stats?.failures !== 0) throw new Error('Tests failed.');
}
