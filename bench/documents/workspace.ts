import type { Scene } from './scene';
import { driverFile, middleType, novaConf, templateFile, templateScene } from './template';

/** How the files of a workspace's hosts hang together: all hosts have the same ones, or each has keys and names of its own in every device. */
export type Hosts = 'alike' | 'different';

/** Gives what stands for `${key}` and the names of devices in a file another name. The keys are those of the driver. */
function renamed(text: string, host: number, file = 0): string {
  return text
    .replace(/bridge_name|interface_id|target_device|queues(?=')|queues(?=\})/g, (key) => `${key}_${host}`)
    .replace(/ua-net/g, `ua-${host}-${file}-net`);
}

function filesOf(host: number, hosts: Hosts): readonly (readonly [name: string, text: string])[] {
  const own = (text: string, file?: number): string => (hosts === 'different' ? renamed(text, host, file) : text);
  return [
    [`host-${host}/nova.conf`, novaConf(middleType(100))],
    [`host-${host}/bench_driver.py`, own(driverFile())],
    ...Array.from(
      { length: 8 },
      (_, index) => [`host-${host}/template_${index}.vif.xml`, own(templateFile(100), index)] as const,
    ),
  ];
}

/** A workspace of so many files: hosts of ten files each, in folders of their own, and one template file at the top that is open. */
export function workspaceScene(files: number, hosts: Hosts): Scene {
  const ofHosts = Array.from({ length: files / 10 }, (_, host) => filesOf(host, hosts)).flat();
  const scene = templateScene(1000);
  return { ...scene, files: { ...Object.fromEntries(ofHosts), ...scene.files } };
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
