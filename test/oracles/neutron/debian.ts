import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isThere } from '../../unit/shipped/programs';

/** Debian's own Python: another one on the path lacks Debian's modules. */
export const PYTHON = '/usr/bin/python3';

/** The environment in which `python3` is Debian's. */
export const DEBIAN = { ...process.env, PATH: `/usr/bin:${process.env.PATH ?? ''}` };

const MODULES = { openstack: 'python3-openstacksdk', nova: 'python3-nova', os_vif: 'python3-os-vif' };
const SERVER = '/usr/bin/neutron-server';

/** Which of the packages are missing that these tests need. */
export function missingPackages(): string[] {
  const modules = Object.entries(MODULES).filter(([name]) => spawnSync(PYTHON, ['-c', `import ${name}`]).status !== 0);
  return [
    ...modules.map(([, name]) => name),
    ...(existsSync(SERVER) ? [] : ['neutron-common']),
    ...(isThere('virsh') ? [] : ['libvirt-clients']),
    ...(isThere('xmllint') ? [] : ['libxml2-utils']),
  ];
}
