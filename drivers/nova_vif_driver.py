"""The VIF driver for templates/nova.vif.xml: it fills them as today's Nova (26) makes its interfaces for libvirt.

The request is Nova's own description of a VIF:

  instance   flavor      vcpus and extra_specs
             image       the image's properties, such as hw_vif_model
             virt_type   kvm (where it is left out), qemu, lxc or parallels
             conf        options of nova.conf's [libvirt]: virt_type, use_virtio_for_bridges, rx_queue_size,
                         tx_queue_size, max_queues
             devices     what the host calls the device at a PCI address, such as {"0000:0a:00.1": "eth1"}, or
                         "/dev/vhost-vdpa-0" for vDPA. Where it is left out, /sys is asked.
  network    the VIF as in nova.network.model: id, type, address, vnic_type, details, profile, network, devname, ...

Where Nova refuses to make an interface, this driver does so too, and says why. It needs Python 3.6 or later, and nothing
beside the standard library.
"""

import glob
import os
import platform
import re

# Linux takes 15 characters for the name of a network device. Nova uses 14 of them.
NAME_LENGTH = 14

MAC_ADDRESS = re.compile(r'[0-9a-f]{2}([:-][0-9a-f]{2}){5}', re.IGNORECASE)
PCI_ADDRESS = re.compile(r'([0-9a-f]{4}):([0-9a-f]{2}):([01][0-9a-f])\.([0-7])', re.IGNORECASE)

# Ports whose device the guest gets as it is: neither a model nor a driver of the host stands between them.
PASSED_THROUGH = (
    'direct',
    'direct-physical',
    'accelerator-direct',
    'accelerator-direct-physical',
    'remote-managed',
    'vdpa',
)

# The models that each hypervisor has.
EMULATED = ('virtio', 'ne2k_pci', 'pcnet', 'rtl8139', 'e1000', 'e1000e', 'spapr-vlan', 'vmxnet3')
MODELS = {
    'kvm': EMULATED,
    'qemu': EMULATED + ('lan9118',),
    'parallels': ('virtio', 'rtl8139', 'e1000'),
    'lxc': (),
}

# What VMware calls some of them, as images may have it.
MODEL_ALIASES = {
    'virtuale1000': 'e1000',
    'virtuale1000e': 'e1000e',
    'virtualpcnet32': 'pcnet',
    'virtualvmxnet3': 'vmxnet3',
}


class NovaVifDriver:
    """Turns Nova's description of a VIF into the network dictionary, for each VIF type that libvirt's part of Nova knows."""

    output_keys = [
        'mac_address',
        'interface_type',
        'managed',
        'model',
        'driver_name',
        'queues',
        'rx_queue_size',
        'tx_queue_size',
        'bridge_name',
        'source_device',
        'source_mode',
        'socket_type',
        'socket_mode',
        'socket_path',
        'pci_type',
        'pci_domain',
        'pci_bus',
        'pci_slot',
        'pci_function',
        'mtu',
        'vlan',
        'target_device',
        'port_type',
        'interface_id',
        'profile_name',
        'manager_id',
        'type_id',
        'type_id_version',
        'instance_id',
        'inbound_average',
        'inbound_peak',
        'inbound_burst',
        'outbound_average',
        'outbound_peak',
        'outbound_burst',
    ]

    def getVIFConfiguration(self, instance, network):
        vif = Vif(network)
        guest = Guest(instance)
        if vif.type in HOST_DEVICES:
            values = pci_function(vif)
        elif vif.type in OS_VIF_TYPES:
            values = os_vif_interface(vif, guest)
        elif vif.type in OTHER_TYPES:
            values = dict(guest_side(vif, guest), **OTHER_TYPES[vif.type](vif, guest))
        else:
            raise ValueError(why_refused(vif.type))
        return {key: value for key, value in values.items() if value is not None}


def required(keys, key, owner, what):
    """Returns the value of a key; where there is none, says whose it is and what it should be."""
    value = keys.get(key)
    if value is None or value == '':
        raise ValueError("%s has no '%s': %s." % (owner, key, what))
    return value


def is_true(value):
    """Whether a value, which may be text, says yes."""
    return str(value).strip().lower() in ('1', 't', 'true', 'on', 'y', 'yes')


class Vif:
    """The VIF, with what Nova takes for granted where a key is left out."""

    def __init__(self, network):
        self.keys = network
        self.type = network.get('type')
        self.vnic_type = network.get('vnic_type') or 'normal'
        self.details = network.get('details') or {}
        self.profile = network.get('profile') or {}

    @property
    def id(self):
        return required(self.keys, 'id', 'The VIF', "the port's UUID")

    @property
    def address(self):
        address = required(self.keys, 'address', 'The VIF', 'its MAC address')
        if not MAC_ADDRESS.fullmatch(str(address)):
            raise ValueError("The VIF's 'address' is '%s', and that is no MAC address." % address)
        return address

    @property
    def given_name(self):
        """The device's name in the host, where Neutron or Nova has given it one."""
        return self.keys.get('devname')

    @property
    def name(self):
        return self.name_with('nic') if self.given_name is None else self.given_name

    def name_with(self, prefix):
        return (prefix + self.id)[:NAME_LENGTH]

    @property
    def bridge(self):
        return required(self.keys['network'], 'bridge', "The VIF's 'network'", 'the bridge that the VIF is put into')

    def meta(self, key):
        """What is said of the network beside its own fields. It may stand in the network's 'meta', or right in it."""
        network = self.keys.get('network') or {}
        return network[key] if key in network else (network.get('meta') or {}).get(key)

    def detail(self, key, what):
        return required(self.details, key, "The VIF's 'details'", what)

    @property
    def pci_slot(self):
        return required(self.profile, 'pci_slot', "The VIF's 'profile'", 'a PCI address such as 0000:0a:00.1')

    @property
    def pci_parts(self):
        """The domain, bus, slot and function of the PCI address."""
        parts = PCI_ADDRESS.fullmatch(str(self.pci_slot))
        if not parts:
            raise ValueError("'%s' is no PCI address, which looks like 0000:0a:00.1." % self.pci_slot)
        return parts.groups()

    @property
    def is_hybrid(self):
        """Whether a Linux bridge, which filters, stands between the guest and the switch."""
        return bool(self.details.get('ovs_hybrid_plug'))


class Guest:
    """What the instance's flavor and image ask for, and what the compute host has for it."""

    def __init__(self, instance):
        image = instance.get('image') or {}
        flavor = instance.get('flavor') or {}
        self.image = image.get('properties', image)
        self.vcpus = int(flavor.get('vcpus', 1))
        self.extra_specs = flavor.get('extra_specs') or {}
        self.virt_type = instance.get('virt_type') or 'kvm'
        self.conf = instance.get('conf') or {}
        self.devices = {slot.lower(): name for slot, name in (instance.get('devices') or {}).items()}

    def queue_size(self, direction):
        """The ring size that nova.conf sets for the 'rx' or the 'tx' queues."""
        return self.conf.get(direction + '_queue_size') or None

    @property
    def model(self):
        """The model of the network card: the image's, else virtio where nova.conf wants it, else what libvirt takes."""
        asked = self.image.get('hw_vif_model')
        if asked is not None:
            return self.checked_model(MODEL_ALIASES.get(asked.lower(), asked.lower()))
        prefers_virtio = is_true(self.conf.get('use_virtio_for_bridges', True))
        if prefers_virtio and self.conf.get('virt_type', 'kvm') in ('kvm', 'qemu', 'parallels'):
            return self.checked_model('virtio')
        return None

    def checked_model(self, model):
        if self.virt_type not in MODELS:
            raise ValueError("Nova makes no interface for the virt_type '%s'." % self.virt_type)
        if model not in MODELS[self.virt_type]:
            hint = " nova.conf's virt_type is another one, or use_virtio_for_bridges is on." if model == 'virtio' else ''
            raise ValueError("%s has no network card of the model '%s'.%s" % (self.virt_type, model, hint))
        return model

    @property
    def queues(self):
        """How many queues a card of the model virtio gets; None for the one that every card has."""
        if not self.wants_queues():
            return None
        limit = self.conf.get('max_queues') or most_queues_of_kernel()
        return min(self.vcpus, limit) if limit else self.vcpus

    def wants_queues(self):
        if self.vcpus < 2:
            return False
        answers = [keys[key] for keys, key in (
            (self.extra_specs, 'hw:vif_multiqueue_enabled'),
            (self.image, 'hw_vif_multiqueue_enabled'),
        ) if keys.get(key) is not None]
        wishes = {is_true(answer) for answer in answers}
        if len(wishes) > 1:
            raise ValueError('The flavor and the image disagree on vif_multiqueue_enabled.')
        return True in wishes

    def bandwidth(self):
        """The limits that the flavor sets with quota:vif_inbound_average and its like."""
        scopes = [(key.split(':'), value) for key, value in self.extra_specs.items()]
        limits = {scope[1]: value for scope, value in scopes if scope[0] == 'quota' and len(scope) > 1}
        averages = {way: limits.get('vif_%s_average' % way) for way in ('inbound', 'outbound')}
        if not any(averages.values()):
            return {}
        # libvirt has no limit for a way without the average.
        ways = [way for way, average in averages.items() if average is not None]
        kinds = ('average', 'peak', 'burst')
        return {'%s_%s' % (way, kind): limits.get('vif_%s_%s' % (way, kind)) for way in ways for kind in kinds}

    def device_at(self, vif, what, *patterns):
        """The host's name for the device at the VIF's PCI address: as the request has it, else as /sys does."""
        slot = ('%s:%s:%s.%s' % vif.pci_parts).lower()
        if slot in self.devices:
            return self.devices[slot]
        folder = '/sys/bus/pci/devices/' + slot
        found = sorted(path for pattern in patterns for path in glob.glob(os.path.join(folder, pattern)))
        if not found:
            raise ValueError(
                "This host has no %s at the PCI address %s. Write its name into the request's instance, as "
                '"devices": {"%s": "..."}.' % (what, slot, slot)
            )
        return os.path.basename(found[0])


def most_queues_of_kernel():
    """How many queues Linux has for a tap device, by its version; None for more than anyone needs."""
    version = int(re.match('[0-9]*', platform.release()).group() or 0)
    return {2: 1, 3: 8, 4: 256}.get(version)


# The guest's side of an interface.


def guest_side(vif, guest):
    """The keys that no VIF type decides: the address, the model and the driver of the host."""
    values = {'mac_address': vif.address}
    if vif.vnic_type in PASSED_THROUGH:
        return values
    values['model'] = guest.model
    if values['model'] == 'virtio':
        values.update(virtio_backend(guest))
    return values


def virtio_backend(guest):
    rx_queue_size = guest.queue_size('rx')
    if guest.virt_type == 'qemu':
        # Without a name, libvirt would take vhost, which needs the kernel's help.
        return {'driver_name': 'qemu', 'rx_queue_size': rx_queue_size}
    queues = guest.queues if guest.virt_type in ('kvm', 'parallels') else None
    if queues is None and rx_queue_size is None:
        return {}
    return {'driver_name': 'vhost', 'queues': queues, 'rx_queue_size': rx_queue_size}


# The host's side of it, by kind.


def on_bridge(vif, guest, bridge):
    return dict(guest.bandwidth(), interface_type='bridge', bridge_name=bridge, target_device=vif.name, mtu=mtu(vif))


def tap_device(name):
    """A device that something beside libvirt connects to the network."""
    return {'interface_type': 'ethernet', 'target_device': name}


def os_vif_tap_device(vif, guest):
    return dict(guest.bandwidth(), mtu=mtu(vif), **tap_device(vif.name))


def mtu(vif):
    size = vif.meta('mtu')
    try:
        return None if size is None else int(size)
    except ValueError:
        raise ValueError("The network's 'mtu' is '%s', and that is no number." % size) from None


def pci_function(vif):
    keys = ('pci_domain', 'pci_bus', 'pci_slot', 'pci_function')
    return {key: '0x' + part for key, part in zip(keys, vif.pci_parts)}


def passed_through(vif):
    """A PCI function, that libvirt takes from the host and gives to the guest."""
    return dict(pci_function(vif), interface_type='hostdev', managed='yes', pci_type='pci')


def macvtap(device, mode):
    return {'interface_type': 'direct', 'source_device': device, 'source_mode': mode}


def macvtap_at_function(vif, guest):
    device = guest.device_at(vif, 'network device', 'net/*')
    return dict(macvtap(device, 'passthrough'), driver_name='vhost', rx_queue_size=rx_queue_size(vif, guest))


def rx_queue_size(vif, guest):
    return None if vif.vnic_type in PASSED_THROUGH else guest.queue_size('rx')


def vdpa(vif, guest):
    name = guest.device_at(vif, 'vDPA device', 'vdpa*/vhost-vdpa-*', '*/vdpa*/vhost-vdpa-*')
    return {'interface_type': 'vdpa', 'source_device': os.path.join('/dev', name)}


def vhost_user(vif, guest, name):
    """A socket that a switch in user space serves. libvirt knows its driver without being told."""
    mode = vif.details.get('vhostuser_mode', 'server')
    if mode not in ('client', 'server'):
        raise ValueError("The VIF's 'vhostuser_mode' is '%s': it must be client or server." % mode)
    return {
        'interface_type': 'vhostuser',
        'driver_name': None,
        'rx_queue_size': guest.queue_size('rx'),
        'tx_queue_size': guest.queue_size('tx'),
        'socket_type': 'unix',
        'socket_mode': mode,
        'socket_path': vif.detail('vhostuser_socket', "the path of the switch's socket"),
        'target_device': name,
    }


# The VIF types that Nova leaves to os-vif.


def os_vif_interface(vif, guest):
    check_network(vif)
    values = dict(guest_side(vif, guest), **OS_VIF_TYPES[vif.type](vif, guest))
    # os-vif keeps addresses in lower case.
    for key in ('mac_address', 'pci_domain', 'pci_bus', 'pci_slot'):
        if key in values:
            values[key] = values[key].lower().replace('-', ':')
    return values


def check_network(vif):
    """os-vif wants to know the network, whatever the VIF type makes of it."""
    required(vif.keys, 'network', 'The VIF', 'the network that it belongs to')
    if vif.meta('should_create_vlan') is not None and vif.meta('vlan') is None:
        raise ValueError("The VIF's 'network' has no 'vlan', though should_create_vlan asks for one.")


def linux_bridge(vif, guest):
    return on_bridge(vif, guest, vif.bridge)


def open_vswitch(vif, guest):
    if vif.vnic_type in ('direct', 'remote-managed'):
        return passed_through(vif)
    if vif.vnic_type == 'vdpa':
        return vdpa(vif, guest)
    if vif.is_hybrid:
        return on_bridge(vif, guest, vif.name_with('qbr'))
    if vif.keys.get('delegate_create'):
        return os_vif_tap_device(vif, guest)
    interface_id = vif.keys.get('ovs_interfaceid') or vif.id
    return dict(on_bridge(vif, guest, vif.bridge), port_type='openvswitch', interface_id=interface_id)


def agilio_ovs(vif, guest):
    if vif.vnic_type == 'virtio-forwarder':
        return forwarded(vif, guest)
    return open_vswitch(vif, guest)


def indigo_virtual_switch(vif, guest):
    if vif.is_hybrid:
        return on_bridge(vif, guest, vif.name_with('qbr'))
    return os_vif_tap_device(vif, guest)


def vhostuser(vif, guest):
    made_by_ovs = vif.details.get('vhostuser_ovs_plug') and not vif.details.get('vhostuser_fp_plug')
    return vhost_user(vif, guest, vif.name_with('vhu') if made_by_ovs else vif.name)


def vrouter(vif, guest):
    if vif.vnic_type == 'normal':
        return os_vif_tap_device(vif, guest)
    if vif.vnic_type == 'direct':
        return passed_through(vif)
    if vif.vnic_type == 'virtio-forwarder':
        return forwarded(vif, guest)
    raise ValueError("A VIF of the type 'vrouter' cannot have the vnic_type '%s'." % vif.vnic_type)


def forwarded(vif, guest):
    """The switch forwards between the guest's socket and a PCI function, which os-vif has to know."""
    required(vif.profile, 'pci_slot', "The VIF's 'profile'", 'the PCI address of the function')
    return vhost_user(vif, guest, vif.name)


OS_VIF_TYPES = {
    'bridge': linux_bridge,
    'ovs': open_vswitch,
    'agilio_ovs': agilio_ovs,
    'ivs': indigo_virtual_switch,
    'vhostuser': vhostuser,
    'vrouter': vrouter,
}


# The VIF types that Nova makes itself.


def qbg(vif, guest):
    """802.1Qbg: Nova writes each parameter into an element of its own, which libvirt refuses. The template has one."""
    parameters = vif.keys.get('qbg_params') or {}
    values = {
        key: required(parameters, name, "The VIF's 'qbg_params'", 'a parameter of its virtual station interface')
        for key, name in (
            ('manager_id', 'managerid'),
            ('type_id', 'typeid'),
            ('type_id_version', 'typeidversion'),
            ('instance_id', 'instanceid'),
        )
    }
    device = vif.meta('interface')
    if device is None:
        raise ValueError("The VIF's 'network' has no 'interface': the device that the VIF attaches to.")
    return dict(guest.bandwidth(), **macvtap(device, 'vepa'), **values)


def qbh(vif, guest):
    values = passed_through(vif) if vif.vnic_type == 'direct' else macvtap_at_function(vif, guest)
    profile = vif.detail('profileid', "the port profile's name")
    return dict(guest.bandwidth(), profile_name=profile, **values)


def hw_veb(vif, guest):
    is_passed_through = vif.vnic_type in ('direct', 'accelerator-direct')
    values = passed_through(vif) if is_passed_through else macvtap_at_function(vif, guest)
    if 'vlan' not in vif.details:
        raise ValueError("The VIF's 'details' has no 'vlan': the number of the VLAN, 0 for none.")
    return dict(guest.bandwidth(), vlan=vif.details['vlan'] or None, **values)


def macvtap_of_neutron(vif, guest):
    device = vif.detail('macvtap_source', 'the device that the VIF attaches to')
    mode = vif.detail('macvtap_mode', 'bridge, vepa, private or passthrough')
    vif.detail('physical_interface', 'the device that the VLAN is made on')
    return dict(guest.bandwidth(), model='virtio', **macvtap(device, mode))


def iovisor(vif, guest):
    return dict(guest.bandwidth(), **tap_device(vif.given_name))


def midonet(vif, guest):
    return tap_device(vif.given_name)


def tap(vif, guest):
    return dict(tap_device(vif.given_name), mtu=vif.meta('mtu') or None)


OTHER_TYPES = {
    '802.1qbg': qbg,
    '802.1qbh': qbh,
    'hw_veb': hw_veb,
    'macvtap': macvtap_of_neutron,
    'iovisor': iovisor,
    'midonet': midonet,
    'tap': tap,
}

# The VIF types that are no interface for libvirt, but a device of the host.
HOST_DEVICES = ('hostdev_physical', 'ib_hostdev')

VIF_TYPES = (*OS_VIF_TYPES, *OTHER_TYPES, *HOST_DEVICES)

REFUSALS = {
    None: "The request's network has no 'type': the VIF type, such as ovs.",
    'binding_failed': 'Neutron could not bind the port to this host (binding_failed). Its own log says why.',
    'unbound': 'The port is not bound to a host yet (unbound).',
    'dvs': "The VIF type 'dvs' is one of VMware: Nova makes no interface of it for libvirt.",
    'hyperv': "The VIF type 'hyperv' is one of Hyper-V: Nova makes no interface of it for libvirt.",
}


def why_refused(vif_type):
    known = sorted(VIF_TYPES)
    unknown = "Nova makes no interface of the VIF type '%s' for libvirt. It knows %s." % (vif_type, ', '.join(known))
    return REFUSALS.get(vif_type, unknown)
