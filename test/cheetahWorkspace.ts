import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A template file of nova's own kind: a whole machine, with a branch for each of its VIF types. */
export const CHEETAH_TEMPLATE = `<domain type='\${type}'>
    <name>\${name}</name>
    <memory>\${memory_kb}</memory>
    <os><type>hvm</type></os>
    <devices>
#for $nic in $nics
    #if $vif_type == 'ethernet'
        <interface type='ethernet'>
            <mac address='\${nic.mac_address}'/>
            <target dev='\${nic.device_name}'/>
        </interface>
    #else if $vif_type == '802.1Qbh'
        <interface type='direct'>
            <mac address='\${nic.mac_address}'/>
            <source dev='\${nic.device_name}' mode='private'/>
            <virtualport type='802.1Qbh'>
                <parameters profileid='\${nic.profile_name}'/>
            </virtualport>
            #for $ip in $nic.ips
            <!-- \${ip.ip} -->
            #end for
            \${nic.extra_params}
        </interface>
    #else
        <interface type='bridge'>
            <source bridge='\${nic.bridge_name}'/>
        </interface>
    #end if
#end for
    </devices>
</domain>
`;

export const CHEETAH_DRIVER = `class QbhDriver:
    output_keys = ['device_name', 'profile_name', 'ips', 'extra_params', 'bridge_name']
    def plug(self, instance, network, mapping):
        return {'device_name': network['device'], 'profile_name': network.get('profile', 'default'),
                'ips': mapping.get('ips', ()), 'extra_params': network.get('extra'), 'bridge_name': 'br100'}
`;

export const CHEETAH_REQUEST = {
  template: { type: 'kvm', name: 'instance-1', memory_kb: 2097152 },
  nics: [
    { network: { mac_address: '02:16:3e:00:00:01', device: 'eth5' }, mapping: { ips: [{ ip: '10.0.0.3' }] } },
    { network: { mac_address: '02:16:3e:00:00:02', device: 'eth6', extra: "<model type='virtio'/>" } },
  ],
};

/** A fresh folder with a template file of nova's own kind, what selects from it and what fills it; `dispose` removes it. */
export function makeCheetahWorkspace(): { readonly folder: string; readonly dispose: () => void } {
  const folder = mkdtempSync(path.join(realpathSync(os.tmpdir()), 'vif cheetah-'));
  const files = {
    'libvirt.xml.template': CHEETAH_TEMPLATE,
    'nova.conf': '[DEFAULT]\nlibvirt_vif_type = 802.1Qbh\nlibvirt_vif_driver = qbh.QbhDriver\n',
    'qbh.py': CHEETAH_DRIVER,
    'vif-request.json': JSON.stringify(CHEETAH_REQUEST),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return {
    folder,
    dispose: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
