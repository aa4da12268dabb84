"""The VIF driver for 802.1Qbh.

A driver answers for one interface of one virtual machine: getVIFConfiguration takes the instance dictionary and the
network dictionary, and returns the values that replace the placeholders of the template.

A real one would ask the network service for the device and the port profile. This one finds both in the network
dictionary, so that vif-request.json plays the network service's part.
"""

# libvirt's limit for a profile id.
LONGEST_PROFILE_NAME = 39


class QbhDriver:
    """Attaches an instance to a device of the host, whose port the switch configures by a port profile."""

    # The keys that getVIFConfiguration provides. With this list nobody needs to read the code to know them.
    output_keys = ['source_device', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        profile_name = required(network, 'port_profile', 'the port profile of the switch')
        if len(profile_name) > LONGEST_PROFILE_NAME:
            raise ValueError(
                "The port profile '%s' is too long: libvirt takes %d characters." % (profile_name, LONGEST_PROFILE_NAME)
            )
        return {
            'source_device': required(network, 'device', 'the network device to attach to, such as eth5'),
            'profile_name': profile_name,
        }


def required(network, key, meaning):
    """Returns the value of a key; says what is missing where there is none."""
    value = network.get(key)
    if not value:
        raise ValueError("The network dictionary has no '%s': %s." % (key, meaning))
    return value
