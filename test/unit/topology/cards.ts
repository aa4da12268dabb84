/** Interface XML of every kind that the templates which ship can make, each value marked with where it comes from. */
export const CARDS = {
  qbh: `<interface type='direct'>
  <mac address='{compute:02:00:00:00:00:05}'/>
  <source dev='{driver:eth5}' mode='private'/>
  <virtualport type='802.1Qbh'><parameters profileid='{driver:enterprise_xyz_dept}'/></virtualport>
  <model type='virtio'/>
</interface>`,
  proposal: `<interface type='direct'>
  <mac address='{compute:02:00:00:00:00:05}'/>
  <source dev={unfilled:\${device_name}} mode='private'/>
  <virtualport type='802.1Qbh'><parameters profileid='{driver:enterprise_xyz_dept}'/></virtualport>
  <model type='virtio'/>
</interface>`,
  qbg: `<interface type='direct'>
  <mac address='{compute:02:00:00:00:00:06}'/>
  <source dev='{driver:eth5}' mode='vepa'/>
  <virtualport type='802.1Qbg'><parameters managerid='{driver:11}' typeid='{driver:1193047}' typeidversion='{driver:2}' instanceid='{driver:09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f}'/></virtualport>
  <model type='virtio'/>
</interface>`,
  ovs: `<interface type='{driver:bridge}'>
  <mac address='{driver:fa:16:3e:11:22:33}'/><model type='{driver:virtio}'/>
  <driver name='{driver:vhost}' queues='{driver:4}' rx_queue_size='{driver:512}'/>
  <source bridge='{driver:br-int}'/><mtu size='{driver:1500}'/>
  <target dev='tap{driver:09b11c53-8b}'/>
  <virtualport type='{driver:openvswitch}'><parameters interfaceid='{driver:09b11c53-8b5c-4eeb-8f00-d84eaa0aaa4f}'/></virtualport>
  <bandwidth><inbound average='{driver:1000}' peak='{driver:2000}' burst='{driver:512}'/><outbound average='{driver:1000}'/></bandwidth>
</interface>`,
  bridge: `<interface type='bridge'><mac address='{compute:02:00:00:00:00:01}'/><source bridge='{driver:br100}'/><target dev='{driver:vnet0}'/><filterref filter='nova-instance-{request:instance-00000001-0200}'/></interface>`,
  ethernet: `<interface type='ethernet'><mac address='{compute:02:00:00:00:00:02}'/><target dev='{driver:tap3e5d0001}'/><script path='{driver:/etc/nova/plug-into-the-network.sh}'/><model type='virtio'/></interface>`,
  hostdev: `<interface type='hostdev' managed='yes'><mac address='{driver:fa:16:3e:11:22:34}'/><source><address type='pci' domain='{driver:0x0000}' bus='{driver:0x0a}' slot='{driver:0x00}' function='{driver:0x1}'/></source><vlan><tag id='{driver:100}'/></vlan></interface>`,
  hostdevQbh: `<interface type='hostdev' managed='yes'><mac address='{driver:fa:16:3e:11:22:34}'/><source><address type='pci' domain='0' bus='10' slot='0' function='1'/></source><virtualport type='802.1Qbh'><parameters profileid='{driver:gold}'/></virtualport></interface>`,
  vhostuser: `<interface type='vhostuser'><mac address='{driver:fa:16:3e:11:22:35}'/><model type='virtio'/><source type='unix' mode='{driver:server}' path='{driver:/var/lib/vhost_sockets/vhu09b11c53-8b}'/><target dev='{driver:vhu09b11c53-8b}'/></interface>`,
  vdpa: `<interface type='vdpa'><mac address='{driver:fa:16:3e:11:22:36}'/><source dev='{driver:/dev/vhost-vdpa-0}'/></interface>`,
  network: `<interface type='network'><source network='{driver:default}' portgroup='gold'/><model type='e1000'/><vlan trunk='yes'><tag id='42'/><tag id='{driver:47}' nativeMode='untagged'/></vlan></interface>`,
  macvtap: `<interface type='direct'><mac address='{compute:02:00:00:00:00:07}'/><source dev='{driver:eth1.100}' mode='bridge'/><target dev='macvtap0'/></interface>`,
  pciDevice: `<hostdev mode='subsystem' type='pci' managed='yes'><source><address domain='{driver:0x0000}' bus='{driver:0x81}' slot='{driver:0x00}' function='{driver:0x0}'/></source></hostdev>`,
  user: `<interface type='user'><mac address='52:54:00:00:00:01'/></interface>`,
  udp: `<interface type='udp'><source address='192.0.2.1' port='5555'><local address='192.0.2.2' port='5556'/></source></interface>`,
  internal: `<interface type='internal'><source name='{driver:lab}'/></interface>`,
} as const;
