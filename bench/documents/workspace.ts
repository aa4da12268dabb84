import type { Scene } from './scene';
import { driverFile, middleType, novaConf, templateFile, templateScene } from './template';

/** A workspace of so many files: hosts of ten files each, in folders of their own, and one template file at the top that is open. */
export function workspaceScene(files: number): Scene {
  const hosts = Array.from({ length: files / 10 }, (_, index) => `host-${index}`);
  const vifType = middleType(100);
  const ofHost = (host: string): readonly (readonly [string, string])[] => [
    [`${host}/nova.conf`, novaConf(vifType)],
    [`${host}/bench_driver.py`, driverFile()],
    ...Array.from({ length: 8 }, (_, index) => [`${host}/template_${index}.vif.xml`, templateFile(100)] as const),
  ];
  return {
    ...templateScene(1000),
    files: { ...Object.fromEntries(hosts.flatMap(ofHost)), ...templateScene(1000).files },
  };
}

/** The nova.conf of a host as people keep it: some sections, some options, comments. */
export function hostConf(index: number): string {
  return `[DEFAULT]
# The compute node ${index}.
my_ip = 10.0.${Math.floor(index / 256)}.${index % 256}
host = compute-${index}
debug = false
state_path = /var/lib/nova
transport_url = rabbit://nova:secret@controller:5672/

[api]
auth_strategy = keystone

[glance]
api_servers = http://controller:9292

[libvirt]
virt_type = kvm
cpu_mode = host-model

[neutron]
auth_type = password
auth_url = http://controller:5000/v3
username = neutron
password = secret
project_name = service
region_name = RegionOne

[vnc]
enabled = true
server_listen = 0.0.0.0
`;
}
