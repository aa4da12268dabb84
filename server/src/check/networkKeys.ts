/**
 * The keys that the network dictionary may have before the driver sees it, besides the compute keys: the columns of Nova's
 * table of networks, the entries of its network model's VIF, and those of the request that ships. A driver that returns the
 * dictionary which it was handed may return any of them.
 */
export const networkKeys: ReadonlySet<string> = new Set([
  ...['id', 'uuid', 'label', 'injected', 'project_id', 'host', 'multi_host', 'priority'],
  ...['cidr', 'netmask', 'gateway', 'broadcast', 'cidr_v6', 'netmask_v6', 'gateway_v6', 'dns', 'dns1', 'dns2'],
  ...['bridge', 'bridge_interface', 'vlan', 'dhcp_server', 'dhcp_start', 'ip_address', 'mac_address'],
  ...['vpn_public_address', 'vpn_public_port', 'vpn_private_address', 'rxtx_base', 'rxtx_cap'],
  ...['address', 'network', 'type', 'devname', 'ovs_interfaceid', 'qbh_params', 'qbg_params', 'active', 'meta'],
  ...['vnic_type', 'details', 'profile', 'preserve_on_delete'],
  ...['vif_id', 'device', 'port_profile', 'vsi_manager_id', 'vsi_type_id', 'vsi_type_version'],
]);
