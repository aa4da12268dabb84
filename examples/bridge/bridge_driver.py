"""The VIF driver for Linux bridges."""


class BridgeDriver:
    """Connects an instance to the bridge of its network, behind nova's filter."""

    output_keys = ['bridge_name', 'filter_name', 'ip_address', 'dhcp_server']

    def getVIFConfiguration(self, instance, network):
        mac_address = required(network, 'mac_address', 'the hardware address of the interface')
        instance_name = required(instance, 'name', 'the name of the libvirt domain')
        return {
            'bridge_name': required(network, 'bridge', 'the bridge of the network on this node'),
            # nova gives each interface a filter of its own.
            'filter_name': 'nova-instance-%s-%s' % (instance_name, mac_address.replace(':', '')),
            'ip_address': required(network, 'ip_address', 'the address that the instance may use'),
            'dhcp_server': required(network, 'dhcp_server', 'the address of the DHCP server'),
        }


def required(dictionary, key, meaning):
    """Returns the value of a key; says what is missing where there is none."""
    value = dictionary.get(key)
    if value is None or value == '':
        raise ValueError("The request has no '%s': %s." % (key, meaning))
    return value
