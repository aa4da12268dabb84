"""Makes Neutron's database: an SQLite file whose path is the first argument, with the agents of six hosts.

Neutron's own migrations do not run on SQLite, so the tables are made from its models. The agents are what its mechanism
drivers look at when they bind a port to a host: these never ran.
"""

import datetime
import json
import sys
import uuid

import sqlalchemy
from neutron.db.migration.models import head

VLAN_BRIDGE = {'bridge_mappings': {'physnet1': 'br-eth1'}, 'tunnel_types': ['vxlan'], 'tunneling_ip': '10.9.9.1'}
VLAN_DEVICE = {'interface_mappings': {'physnet1': 'eth1'}}
OPEN_VSWITCH = ('Open vSwitch agent', 'neutron-openvswitch-agent')

# By host: the kind of agent, its program, and what it reports of the host.
AGENTS = {
    'ovs1': (*OPEN_VSWITCH, {**VLAN_BRIDGE, 'datapath_type': 'system', 'ovs_hybrid_plug': False}),
    'ovshybrid1': (*OPEN_VSWITCH, {**VLAN_BRIDGE, 'datapath_type': 'system', 'ovs_hybrid_plug': True}),
    'dpdk1': (
        *OPEN_VSWITCH,
        {
            **VLAN_BRIDGE,
            'datapath_type': 'netdev',
            'vhostuser_socket_dir': '/var/run/openvswitch',
            'ovs_capabilities': {'datapath_types': ['netdev', 'system'], 'iface_types': ['dpdkvhostuserclient']},
        },
    ),
    'bridge1': ('Linux bridge agent', 'neutron-linuxbridge-agent', {**VLAN_DEVICE, 'bridge_mappings': {}}),
    'macvtap1': ('Macvtap agent', 'neutron-macvtap-agent', VLAN_DEVICE),
    'sriov1': ('NIC Switch agent', 'neutron-sriov-nic-agent', {'device_mappings': {'physnet1': ['eth1']}}),
}


def row(host, kind, binary, configurations):
    now = datetime.datetime.utcnow()
    return {
        'id': str(uuid.uuid4()),
        'agent_type': kind,
        'binary': binary,
        'topic': 'N/A',
        'host': host,
        'admin_state_up': True,
        'created_at': now,
        'started_at': now,
        'heartbeat_timestamp': now,
        'configurations': json.dumps(configurations),
        'load': 0,
    }


engine = sqlalchemy.create_engine('sqlite:///' + sys.argv[1])
metadata = head.get_metadata()
metadata.create_all(engine)
with engine.begin() as connection:
    connection.execute(metadata.tables['agents'].insert(), [row(host, *agent) for host, agent in AGENTS.items()])
