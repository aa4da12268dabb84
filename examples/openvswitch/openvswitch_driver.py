"""The VIF driver for Open vSwitch."""

import uuid

INTEGRATION_BRIDGE = 'br-int'


class OpenVSwitchDriver:
    """Connects an instance to the integration bridge, at the port that the network service has made for it."""

    output_keys = ['bridge_name', 'interface_id', 'target_device']

    def getVIFConfiguration(self, instance, network):
        interface_id = self.interface_id(network)
        return {
            # A network's own bridge is a Linux bridge; all ports of Open vSwitch are in one.
            'bridge_name': network.get('integration_bridge', INTEGRATION_BRIDGE),
            'interface_id': interface_id,
            # The network service looks for this name; Linux takes no more than 15 characters.
            'target_device': 'tap' + interface_id[:11],
        }

    def interface_id(self, network):
        vif_id = network.get('vif_id')
        if not vif_id:
            raise ValueError("The network dictionary has no 'vif_id': the network service's UUID of the port.")
        try:
            return str(uuid.UUID(vif_id))
        except ValueError:
            raise ValueError("The network's 'vif_id' is '%s', and that is no UUID." % vif_id) from None
