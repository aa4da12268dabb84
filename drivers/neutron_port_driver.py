"""The VIF driver that asks Neutron: it fills templates/nova.vif.xml for a port.

The request:

  instance   as NovaVifDriver takes it: flavor, image, virt_type, conf, devices
  network    port_id  the UUID of the port; id will do as well
             cloud    the name of a cloud in clouds.yaml; without it, the one that the OS_* variables choose
             type     the VIF type that the port has to be bound as; without it, the one that is selected

What Neutron says of the port and its network becomes Nova's description of a VIF, and that the network dictionary, by the
rules of NovaVifDriver. Needs openstacksdk.
"""

import uuid

from neutron_port.faults import NeutronError
from neutron_port.service import port_and_network
from neutron_port.vif import vif_of
from nova_vif_driver import VIF_TYPES, NovaVifDriver


class NeutronPortDriver:
    """Asks Neutron for a port, and turns it into the network dictionary."""

    output_keys = NovaVifDriver.output_keys

    def getVIFConfiguration(self, instance, network):
        port, its_network = port_and_network(required_id(network), network.get('cloud'))
        check_binding(port, network.get('type'))
        return NovaVifDriver().getVIFConfiguration(instance, vif_of(port, its_network))


def required_id(network):
    """The id of the port, where it is one."""
    key = 'port_id' if network.get('port_id') else 'id'
    port_id = network.get(key)
    if not port_id:
        raise NeutronError("The request's network has no 'port_id': the UUID of a port, as 'openstack port list' shows it.")
    try:
        return str(uuid.UUID(port_id))
    except (ValueError, AttributeError, TypeError):
        raise NeutronError("The '%s' of the request's network is %r, and that is no UUID of a port." % (key, port_id)) from None


def check_binding(port, wanted):
    """Raises where no interface can be made of the port, or none for the template of the VIF type that is wanted.

    A template may have a name of its own: only a VIF type of Nova's can contradict the port's.
    """
    vif_type, vnic_type, host = (port.get('binding:' + key) for key in ('vif_type', 'vnic_type', 'host_id'))
    if not vif_type:
        message = "The port %s does not show how it is bound: Neutron tells that to administrators only."
        raise NeutronError(message % port['id'])
    if vif_type == 'unbound':
        message = "The port %s is not bound: it has no host yet. Attach it to a server, or run 'openstack port set --host HOST %s'."
        raise NeutronError(message % (port['id'], port['id']))
    if vif_type == 'binding_failed':
        message = (
            "The port %s could not be bound on the host '%s' as '%s'. See 'openstack network agent list --host %s', "
            "and the log of neutron-server."
        )
        raise NeutronError(message % (port['id'], host, vnic_type, host))
    if wanted in VIF_TYPES and wanted != vif_type:
        message = "The port %s is bound as '%s', and '%s' is selected. Select '%s', or set it as 'type' in the request's network."
        raise NeutronError(message % (port['id'], vif_type, wanted, vif_type))
