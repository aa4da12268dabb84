"""What Nova itself makes of Neutron's ports, from Neutron to the interface XML.

Arguments: the address of a Neutron that believes everyone. Answers with JSON on stdout: by port id, {"xml": "…"} or
{"refused": "…"}.
"""

import json
import os
import sys
from unittest import mock

# What Nova prints goes to stderr: stdout is for the answer.
answers = os.fdopen(os.dup(1), 'w')
os.dup2(2, 1)

import nova.conf
import os_vif
from nova import context, objects
from nova.network import neutron
from nova.pci import utils
from nova.virt.libvirt import vif

CONF = nova.conf.CONF
CONF([], project='nova', default_config_files=[])
CONF.set_override('auth_type', 'none', 'neutron')
CONF.set_override('endpoint_override', sys.argv[1], 'neutron')


class Host:
    """The host, as far as Nova asks it: for the device of a port that it finds under /sys."""

    def get_vdpa_device_path(self, address):
        return '/dev/vhost-vdpa-0'


mock.patch.object(utils, 'get_ifname_by_pci_address', lambda address, pf_interface=False: 'eth1').start()


def answer(api, admin, client, port, networks, driver):
    try:
        model = api._build_vif_model(admin, client, port, networks, [])
        instance = objects.Instance(id=1, uuid='f0000000-0000-0000-0000-000000000001', project_id='p', display_name='x')
        image = objects.ImageMeta.from_dict({'properties': {}})
        flavor = objects.Flavor(vcpus=1, memory_mb=512, root_gb=1, extra_specs={})
        return {'xml': driver.get_config(instance, model, image, flavor, 'kvm').to_xml()}
    except Exception as error:
        return {'refused': '%s: %s' % (type(error).__name__, error)}


def main():
    objects.register_all()
    os_vif.initialize()
    api, admin = neutron.API(), context.get_admin_context()
    client = neutron.get_client(admin, admin=True)
    networks = client.list_networks()['networks']
    driver = vif.LibvirtGenericVIFDriver(Host())
    ports = client.list_ports()['ports']
    json.dump({port['id']: answer(api, admin, client, port, networks, driver) for port in ports}, answers)


main()
