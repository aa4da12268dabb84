"""The proposal's example of a VIF driver."""


class ProposalDriver:
    """Returns the network dictionary that the proposal prints.

    Its template asks for device_name, and this dictionary offers source_device: the fault is the proposal's own.
    """

    def getVIFConfiguration(self, instance, network):
        return {'source_device': 'eth5', 'profile_name': 'enterprise_xyz_dept'}
