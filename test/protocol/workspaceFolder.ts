import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const EXAMPLES = path.join(__dirname, '../../examples');

/** A fresh copy of an example to work on; `dispose` removes it. */
export function copyExample(name: string): { readonly folder: string; readonly dispose: () => void } {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif workspace-'));
  cpSync(path.join(EXAMPLES, name), folder, { recursive: true });
  return {
    folder,
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
