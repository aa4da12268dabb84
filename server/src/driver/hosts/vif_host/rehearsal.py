"""A driver that every process runs before its own one (child.py)."""


class Driver(object):
    keys = ['a', 'b']

    def getVIFConfiguration(self, instance, network):
        return {'a': network.get('a'), 'b': str(instance)}
