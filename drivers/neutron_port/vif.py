"""Describes a Neutron port in the words of Nova: as the VIF that Nova's libvirt driver makes an interface of.

What goes in are a port and its network as Neutron's API writes them. What comes out is what Nova keeps of a port
(nova.network.model.VIF), as far as the interface depends on it.
"""

# The bridge of Open vSwitch where the port names none: the default of Nova's option [neutron] ovs_bridge.
OVS_BRIDGE = 'br-int'

# How many characters of a device's name Nova uses; Linux has room for one more.
LONGEST_DEVICE_NAME = 14


def vif_of(port, network):
    """Returns the VIF of a port that is bound."""
    vif_type = port['binding:vif_type']
    details = port.get('binding:vif_details') or {}
    bridge = bridge_of(vif_type, details, port)
    return {
        'id': port['id'],
        'type': vif_type,
        'vnic_type': port.get('binding:vnic_type') or 'normal',
        'address': port['mac_address'],
        'devname': ('tap' + port['id'])[:LONGEST_DEVICE_NAME],
        'details': details,
        'profile': port.get('binding:profile') or {},
        'ovs_interfaceid': port['id'] if is_on_ovs(vif_type, details) else None,
        # Nova leaves it to os-vif to create the port of the switch.
        'delegate_create': True,
        'network': {
            'id': port['network_id'],
            'label': network.get('name'),
            'bridge': bridge and bridge[:LONGEST_DEVICE_NAME],
            'mtu': network.get('mtu'),
        },
    }


def bridge_of(vif_type, details, port):
    """The bridge that the port hangs on: the one that Neutron names, else the one that Nova takes for such a port."""
    if is_on_ovs(vif_type, details):
        return details.get('bridge_name') or OVS_BRIDGE
    if vif_type == 'bridge' or (vif_type == 'vhostuser' and details.get('vhostuser_fp_plug')):
        return details.get('bridge_name') or 'brq' + port['network_id']
    return None


def is_on_ovs(vif_type, details):
    return vif_type in ('ovs', 'agilio_ovs') or (vif_type == 'vhostuser' and bool(details.get('vhostuser_ovs_plug')))
