"""Nova's own libvirt driver, asked for the XML of VIFs. No service is run, and nothing is plugged.

A question is a line of JSON on stdin, its answer one on stdout:

  {"network": ..., "instance": ...}   a request as NovaVifDriver takes it: {"xml": ...} as Nova writes it, or
                                      {"refused": ...} where Nova raises
  {"canonical": XML}                  {"xml": ...}, the text in canonical form, without the blanks between elements
"""

import json
import sys
from unittest import mock
from xml.etree import ElementTree

import nova.conf
import os_vif
from nova import objects
from nova.network import model
from nova.pci import utils as pci_utils
from nova.virt.libvirt import vif as libvirt_vif

CONF = nova.conf.CONF
INSTANCE_ID = 'f0000000-0000-0000-0000-000000000001'
NETWORK_ID = 'b82c1929-051e-481d-8110-4669916c7915'


class Devices:
    """The host's devices as a request has them, in place of /sys and of libvirt's node devices."""

    names = {}

    @classmethod
    def get_vdpa_device_path(cls, pci_address):
        return cls.names[pci_address.lower()]

    @classmethod
    def network_device(cls, pci_address, pf_interface=False):
        return cls.names[pci_address.lower()]


def network_of(keys):
    if keys is None:
        return None
    subnet = model.Subnet(cidr='10.0.0.0/24', dns=[], gateway=model.IP(address='10.0.0.1'), ips=[], routes=[])
    return model.Network(**dict({'id': NETWORK_ID, 'label': 'net', 'bridge': None, 'subnets': [subnet]}, **keys))


def vif_of(keys):
    vif = dict(keys, network=network_of(keys.get('network')))
    if vif.get('qbg_params'):
        vif['qbg_params'] = model.VIF8021QbgParams(**vif['qbg_params'])
    return model.VIF(**vif)


def interface_xml(driver, request):
    asked = request['instance']
    Devices.names = {slot.lower(): name for slot, name in asked.get('devices', {}).items()}
    flavor = asked.get('flavor', {})
    flavor = objects.Flavor(
        name='small', vcpus=flavor.get('vcpus', 1), memory_mb=512, root_gb=1, extra_specs=flavor.get('extra_specs', {}))
    image = objects.ImageMeta.from_dict({'name': 'image', 'properties': asked.get('image', {})})
    instance = objects.Instance(id=1, uuid=INSTANCE_ID, project_id='1', display_name='one')
    options = asked.get('conf', {})
    for name, value in options.items():
        CONF.set_override(name, value, 'libvirt')
    try:
        config = driver.get_config(instance, vif_of(request['network']), image, flavor, asked.get('virt_type', 'kvm'))
        return config.to_xml()
    finally:
        for name in options:
            CONF.clear_override(name, 'libvirt')


def answer(driver, question):
    try:
        if 'canonical' in question:
            return {'xml': ElementTree.canonicalize(question['canonical'], strip_text=True)}
        return {'xml': interface_xml(driver, question)}
    except Exception as error:
        return {'refused': '%s: %s' % (type(error).__name__, error)}


def main():
    CONF([], project='nova', default_config_files=[])
    objects.register_all()
    os_vif.initialize()
    driver = libvirt_vif.LibvirtGenericVIFDriver(Devices)
    with mock.patch.object(pci_utils, 'get_ifname_by_pci_address', Devices.network_device):
        for line in sys.stdin:
            print(json.dumps(answer(driver, json.loads(line))), flush=True)


main()
