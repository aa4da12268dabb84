// Nothing that a run leaves behind stays.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Gives this process, and all that it starts from now on, a temporary folder of its own, which goes when this process ends. */
export function useOwnTemporaryFolder() {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'vif-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }));
}
