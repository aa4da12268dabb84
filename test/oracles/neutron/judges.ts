import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

/** What libvirt's parser says against an interface or host device; undefined where it takes it. `folder` is for its file. */
export function complaintOfLibvirt(xml: string, folder: string): string | undefined {
  const domain = `<domain type='test'><name>one</name><memory>8192</memory><os><type>hvm</type></os>
<devices>${xml}</devices></domain>`;
  const file = path.join(folder, 'domain.xml');
  writeFileSync(file, domain);
  const args = ['-c', 'test:///default', 'define', '--validate', file];
  const { status, stderr } = spawnSync('virsh', args, { encoding: 'utf8' });
  return status === 0 ? undefined : stderr;
}

/** XML in its canonical form, without the blanks between its tags: an interface has no other text. */
export function canonical(xml: string): string {
  const input = xml.replaceAll(/>\s+</g, '><');
  const { status, stdout, stderr } = spawnSync('xmllint', ['--c14n', '-'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(`xmllint: ${stderr}`);
  return stdout;
}
