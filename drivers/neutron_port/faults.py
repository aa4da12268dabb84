"""What goes wrong when Neutron is asked, in sentences that name who was asked, and what to do. They hold nothing secret."""

import contextlib
import re
import urllib.parse


class NeutronError(Exception):
    """Why Neutron gave no port."""


@contextlib.contextmanager
def faults_of(service, address, time_limit):
    """Turns the errors of openstacksdk, and of keystoneauth below it, into a NeutronError about a service at an address."""
    import keystoneauth1.exceptions as keystone
    import openstack.exceptions as sdk

    who = '%s at %s' % (service, shown(address))
    try:
        yield
    except keystone.ConnectTimeout:
        message = '%s did not answer within %d s. See that it is well, and that no firewall is in the way.'
        raise NeutronError(message % (who, time_limit)) from None
    except keystone.SSLError:
        message = "No safe connection to %s: its certificate is not trusted, or it speaks plain HTTP. Set 'cacert' in clouds.yaml."
        raise NeutronError(message % who) from None
    except keystone.ConnectionError as error:
        message = '%s cannot be reached: %s. See that it runs, and that its address is right.'
        raise NeutronError(message % (who, reason_of(error))) from None
    except keystone.DiscoveryFailure:
        message = '%s answers, but not as %s does. See that its address is right.'
        raise NeutronError(message % (who, service)) from None
    except (keystone.HttpError, sdk.HttpException) as error:
        raise NeutronError(refusal(who, error)) from None
    except (keystone.ClientException, sdk.SDKException) as error:
        raise NeutronError('%s could not be asked: %s.' % (who, first_line(error))) from None


def refusal(who, error):
    """What an HTTP status means for the one who asks."""
    status = getattr(error, 'http_status', None) or getattr(error, 'status_code', None)
    if status == 401:
        return '%s refused the credentials (HTTP 401). Check them in clouds.yaml, or in the OS_* variables.' % who
    if status == 403:
        return '%s does not let these credentials ask that (HTTP 403). Use those of an administrator.' % who
    return '%s answered HTTP %s. See that its address is right, and look into its log.' % (who, status)


def reason_of(error):
    """The system's own words, which stand in the midst of those of three libraries."""
    found = re.search(r"\[Errno -?\d+\] ([^'\")]+)", str(error))
    return found.group(1) if found else first_line(getattr(error, 'original', error))


def first_line(error):
    return str(error).split('\n')[0].rstrip('.')


def shown(address):
    """An address as a message may show it: without the name and the password that it may hold."""
    parts = urllib.parse.urlsplit(address or '')
    return parts._replace(netloc=parts.netloc.rpartition('@')[2], query='').geturl() or 'an address that is not set'
