"""The VIF driver for tap devices that a script connects."""

DEFAULT_SCRIPT = '/etc/qemu-ifup'


class EthernetDriver:
    """Names a tap device after the interface's hardware address, and the script that connects it."""

    output_keys = ['target_device', 'script']

    def getVIFConfiguration(self, instance, network):
        return {
            'target_device': self.device_name(network),
            'script': self.script(network),
        }

    def device_name(self, network):
        mac_address = network.get('mac_address')
        if not mac_address:
            raise ValueError("The request has no 'mac_address': the tap device is named after it.")
        # 15 characters, the most that Linux takes.
        return 'tap' + mac_address.replace(':', '')

    def script(self, network):
        script = network.get('script', DEFAULT_SCRIPT)
        if not script.startswith('/'):
            raise ValueError("The request's 'script' is '%s': libvirt wants an absolute path." % script)
        return script
