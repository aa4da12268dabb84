import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Writes a file into a folder of its own while `use` needs it. It is gone afterwards, also when the process ends before. */
export async function withTemporaryFile<Result>(text: string, use: (file: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'vif-libvirt-'));
  const remove = (): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', remove);
  try {
    const file = join(folder, 'domain.xml');
    writeFileSync(file, text);
    return await use(file);
  } finally {
    process.off('exit', remove);
    remove();
  }
}
