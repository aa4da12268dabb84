"""How Nova itself describes ports. Stdin: a list of [port, network] in JSON, as Neutron has them. Stdout: their VIFs."""

import json
import os
import sys
from unittest import mock

# What Nova prints goes to stderr: stdout is for the answer.
answers = os.fdopen(os.dup(1), 'w')
os.dup2(2, 1)

import nova.conf
from nova import context, objects
from nova.network import neutron

nova.conf.CONF([], project='nova', default_config_files=[])
objects.register_all()
admin = context.get_admin_context()


def vif_of(api, port, network):
    model = api._build_vif_model(admin, None, port, [network], [])
    return json.loads(json.dumps(model))


# What Nova asks Neutron for beside the port and its network decides nothing of the interface.
with mock.patch.object(neutron, 'get_client'), mock.patch.multiple(
    neutron.API, _nw_info_get_subnets=lambda *_: [], _get_physnet_tunneled_info=lambda *_: (None, False)
):
    api = neutron.API()
    json.dump([vif_of(api, port, network) for port, network in json.load(sys.stdin)], answers)
