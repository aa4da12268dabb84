"""A VIF driver for nova's own Cheetah file.

It is nova's later kind of driver: plug takes the mapping beside the network dictionary, and is called once for each
interface. A real one would ask the network service; this one finds all it needs in the request.
"""


class FabricDriver:
    """Serves the branches of the template alike: what one does not ask for does no harm."""

    output_keys = ['mac_address', 'source_device', 'profile_name', 'bridge_name']

    def plug(self, instance, network, mapping):
        return {
            'mac_address': mapping['mac'],
            'source_device': network.get('device', 'eth5'),
            'profile_name': network.get('port_profile', 'default'),
            'bridge_name': network.get('bridge', 'br100'),
        }
