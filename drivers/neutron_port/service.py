"""Asks Neutron for a port and its network, by way of openstacksdk. Whatever fails is a NeutronError."""

import concurrent.futures
import logging
import threading

from neutron_port.cloud import connect, import_sdk
from neutron_port.faults import NeutronError, faults_of, shown

# How long (in seconds) one request, and all of them together, may take: less than OpenStack VIF gives a driver.
REQUEST_TIME_LIMIT = 3
TIME_LIMIT = 8


def port_and_network(port_id, cloud=None):
    """Returns a port and its network, as dictionaries in the words of Neutron's API.

    `cloud` is the name of one in clouds.yaml; without it, the default one is asked.
    """
    import_sdk()
    for library in ('keystoneauth', 'openstack', 'urllib3'):
        logging.getLogger(library).addHandler(logging.NullHandler())
    return within(TIME_LIMIT, lambda: ask(connect(cloud, REQUEST_TIME_LIMIT), port_id))


def within(seconds, work):
    """Does work that may hang where no limit of a single request helps: a name that is not resolved, say."""
    future = concurrent.futures.Future()

    def settle():
        try:
            future.set_result(work())
        except BaseException as error:
            future.set_exception(error)

    threading.Thread(target=settle, daemon=True).start()
    try:
        return future.result(seconds)
    except concurrent.futures.TimeoutError:
        message = 'The cloud did not answer within %d s. See that Keystone and Neutron are well.'
        raise NeutronError(message % seconds) from None


def ask(connection, port_id):
    with faults_of('Keystone', connection.config.get_auth_args().get('auth_url'), REQUEST_TIME_LIMIT):
        connection.session.get_token()
        endpoint = endpoint_of(connection)
    with faults_of('Neutron', endpoint, REQUEST_TIME_LIMIT):
        # openstacksdk keeps to itself why an endpoint does not answer. A plain request tells.
        connection.session.get(endpoint, authenticated=False, raise_exc=False)
        port = find(connection.network.get_port, 'port', port_id, endpoint)
        return port, find(connection.network.get_network, 'network', port['network_id'], endpoint)


def endpoint_of(connection):
    """The address of Neutron: the one that the configuration sets, else the one in Keystone's catalogue."""
    endpoint = connection.config.get_session_endpoint('network')
    if endpoint is None:
        message = "The catalogue of the cloud '%s' has no network service. Check its region and its interface."
        raise NeutronError(message % connection.config.name)
    return endpoint


def find(get, kind, identifier, endpoint):
    import openstack.exceptions

    try:
        return get(identifier).to_dict(computed=False, original_names=True)
    except openstack.exceptions.NotFoundException:
        message = "Neutron at %s has no %s %s that these credentials may see. 'openstack %s list' shows those that there are."
        raise NeutronError(message % (shown(endpoint), kind, identifier, kind)) from None
