import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileKind } from '../../server/src/workspace/fileKind';

const ROOT = path.join(__dirname, '../..');
/** Texts with which a fuzz run once found a fault. Each stays here, named after what was wrong. */
const FOUND = path.join(__dirname, 'corpus');

/** What the names in a folder of every run mean; each is a file of one kind. */
export const PATHS = {
  conf: 'nova.conf',
  template: 'a.vif.xml',
  cheetah: 'libvirt.xml.template',
  python: 'driver.py',
  javascript: 'driver.mjs',
  request: 'vif-request.json',
} as const;
export type Role = keyof typeof PATHS;

/** The text of each file of a folder, by its role. */
export type Folder = Readonly<Record<Role, string>>;

function roleOf(name: string): Role | undefined {
  const kind = fileKind(name);
  return kind === 'nova-conf' ? 'conf' : kind;
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name));
}

function textsIn(folders: readonly string[]): Readonly<Record<Role, readonly string[]>> {
  const texts: Record<Role, string[]> = {
    conf: [],
    template: [],
    cheetah: [],
    python: [],
    javascript: [],
    request: [],
  };
  for (const file of folders.flatMap(filesBelow)) {
    const role = roleOf(path.basename(file));
    if (role) texts[role].push(readFileSync(file, 'utf8'));
  }
  return texts;
}

/** Where every run begins: what ships, the examples, and what was found before. */
export const seeds = textsIn([...['examples', 'templates', 'drivers'].map((name) => path.join(ROOT, name)), FOUND]);

/** The texts that were found before, by their role. */
export const found = textsIn([FOUND]);
