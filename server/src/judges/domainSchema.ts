import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** Where libvirt's schemas lie beside the folders that the system names. */
const COMMON = ['/usr/local/share', '/usr/share', '/opt/homebrew/share', '/opt/local/share'];

/** The schema of domains; undefined where libvirt's schemas are not installed. */
export function findDomainSchema(): string | undefined {
  const named = (process.env.XDG_DATA_DIRS ?? '').split(delimiter).filter((folder) => isAbsolute(folder));
  return [...named, ...COMMON]
    .map((folder) => join(folder, 'libvirt', 'schemas', 'domain.rng'))
    .find((file) => existsSync(file));
}
