"""The VIF driver for 802.1Qbg."""

import uuid


class QbgDriver:
    """Attaches an instance to a device of the host, as a virtual station interface (VSI) of a given type."""

    output_keys = ['source_device', 'manager_id', 'type_id', 'type_id_version', 'instance_id']

    def getVIFConfiguration(self, instance, network):
        return {
            'source_device': required(network, 'device'),
            'manager_id': number(network, 'vsi_manager_id', 0xFF),
            'type_id': number(network, 'vsi_type_id', 0xFFFFFF),
            'type_id_version': number(network, 'vsi_type_version', 0xFF),
            # One interface of an instance has one VSI, which must not change when the instance is started again.
            'instance_id': str(uuid.UUID(required(network, 'vif_id'))),
        }


def required(network, key):
    """Returns the value of a key; says what is missing where there is none."""
    value = network.get(key)
    if value is None or value == '':
        raise ValueError("The network dictionary has no '%s'." % key)
    return value


def number(network, key, largest):
    """Returns a key's whole number from 0 to the largest that libvirt takes."""
    value = int(required(network, key))
    if not 0 <= value <= largest:
        raise ValueError("The network's '%s' is %d: libvirt takes 0 to %d." % (key, value, largest))
    return value
