"""Finds the cloud to ask: the one that clouds.yaml or the OS_* variables describe, as for any OpenStack tool."""

import sys

from neutron_port.faults import NeutronError, first_line


def import_sdk():
    """Says what to install where openstacksdk is not there."""
    try:
        import openstack.config
        import openstack.connection
    except ImportError as error:
        message = (
            "%s has no openstacksdk (%s). Install Debian's or Ubuntu's package python3-openstacksdk, "
            "or install 'openstacksdk' with the pip of this Python."
        )
        raise NeutronError(message % (sys.executable, error)) from None


def connect(cloud, time_limit):
    """Makes the connection to a cloud of clouds.yaml, or to the default one. Sends nothing yet.

    `time_limit` holds for each request, in seconds.
    """
    import keystoneauth1.exceptions
    import openstack
    import yaml

    try:
        config = openstack.config.OpenStackConfig()
        chosen = choose(cloud, config)
        region = config.get_one(cloud=chosen, api_timeout=time_limit)
        return openstack.connection.Connection(config=region)
    except yaml.YAMLError as error:
        # What else it says quotes the file, and may quote a password.
        mark = getattr(error, 'problem_mark', None)
        place = '%s, line %d,' % (mark.name, mark.line + 1) if mark else 'clouds.yaml'
        raise NeutronError('%s is no YAML. Mend it.' % place) from None
    except (openstack.exceptions.SDKException, keystoneauth1.exceptions.ClientException) as error:
        message = 'The cloud is not configured well: %s. Mend it in clouds.yaml, or in the OS_* variables.'
        raise NeutronError(message % first_line(error)) from None


def choose(cloud, config):
    """The name of the cloud to ask; raises where there is none."""
    # With nothing configured openstacksdk makes up a cloud of this name.
    names = [name for name in config.get_cloud_names() if name != 'defaults']
    chosen = cloud or config.default_cloud
    if chosen in names:
        return chosen
    if not names:
        raise NeutronError(
            'No cloud is configured. Write ~/.config/openstack/clouds.yaml, or set the OS_* variables, '
            'and start the editor again if it was started without them.'
        )
    known = '%s has %s.' % (config.config_filename or 'The environment', ', '.join(names))
    if chosen is None:
        raise NeutronError("No cloud is chosen. Name it as 'cloud' in the request's network, or in OS_CLOUD: %s" % known)
    raise NeutronError("There is no cloud '%s': %s" % (chosen, known))
