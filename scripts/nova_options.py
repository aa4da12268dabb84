"""Prints the catalogue of Nova's options, server/src/novaConf/catalogue/novaOptions.json.

    /usr/bin/python3 scripts/nova_options.py > server/src/novaConf/catalogue/novaOptions.json

Run it where the Nova is installed that the catalogue shall describe: on Debian 12, the package python3-nova.
Only facts are taken over: names, types, defaults, limits, choices, and what is deprecated. They come from the option
objects, for `oslo-config-generator --format json` prints neither patterns nor the choices of lists. The output has the form
that Prettier gives it, and is the same on every machine with the same packages.
"""

import importlib.metadata
import json

import keystoneauth1.loading
from oslo_config import types
from oslo_messaging._drivers import base

# Nova's own options, and those of the libraries that it reads from nova.conf.
# Of two that register the same option, the first one counts.
NAMESPACES = [
    'nova.conf',
    'keystonemiddleware.audit',
    'keystonemiddleware.auth_token',
    'os_vif',
    'oslo.cache',
    'oslo.concurrency',
    'oslo.db',
    'oslo.db.concurrency',
    'oslo.limit',
    'oslo.log',
    'oslo.messaging',
    'oslo.middleware',
    'oslo.policy',
    'oslo.privsep',
    'oslo.reports',
    'oslo.service.periodic_task',
    'oslo.service.service',
    'oslo.versionedobjects',
]

TYPES = {
    types.Boolean: 'boolean',
    types.Dict: 'dict',
    types.Float: 'float',
    types.HostAddress: 'host-address',
    types.HostDomain: 'host-domain',
    types.Integer: 'integer',
    types.List: 'list',
    types.MultiString: 'multi',
    types.Port: 'port',
    types.String: 'string',
    types.URI: 'uri',
    # What keystoneauth takes for the type of a text.
    type: 'string',
}

WIDTH = 120


def type_of(option):
    name = TYPES[type(option.type)]
    return 'multi-dict' if option.multi and name == 'dict' else name


def default_of(option):
    """The default as nova.conf would hold it, a line each for an option of many values. A sample stands in for
    what depends on the machine, and then there is no default to speak of."""
    value, sample = option.default, option.sample_default
    if value is None or (sample is not None and sample != value):
        return None
    if option.multi:
        return '\n'.join(option.type.format_defaults(value))
    return option.type.format_defaults(value)[0] if isinstance(option.type, types.ConfigType) else str(value)


def choices_of(kind):
    """Of a list, what its items may be. A choice that is no text cannot be written."""
    if isinstance(kind, types.List):
        kind = kind.item_type
    return [str(choice) for choice in getattr(kind, 'choices', None) or [] if choice is not None]


def limits_of(kind):
    least, most = getattr(kind, 'min', None), getattr(kind, 'max', None)
    if isinstance(kind, types.Port) and (least, most) == (kind.PORT_MIN, kind.PORT_MAX):
        return {}
    return {'min': least, 'max': most}


def old_names_of(option, group):
    return [f'{old.group or group}/{old.name or option.dest}' for old in option.deprecated_opts]


def facts_of(option, group):
    kind = option.type
    pattern = getattr(kind, 'regex', None)
    name = type_of(option)
    facts = {
        'type': None if name == 'string' else name,
        'default': default_of(option) or None,
        **limits_of(kind),
        'choices': choices_of(kind),
        'ignoreCase': getattr(kind, 'ignore_case', None),
        'pattern': pattern and pattern.pattern,
        'maxLength': getattr(kind, 'max_length', None) or None,
        'schemes': getattr(kind, 'schemes', None),
        'deprecatedForRemoval': option.deprecated_for_removal,
        'deprecatedNames': old_names_of(option, group),
    }
    return {key: value for key, value in facts.items() if value or (value == 0 and value is not False)}


def registered():
    """Each group's name with one of its options, in the order of the namespaces."""
    plugins = {point.name: point for point in importlib.metadata.entry_points(group='oslo.config.opts')}
    for namespace in NAMESPACES:
        for group, options in plugins[namespace].load()():
            for option in options:
                yield getattr(group, 'name', group) or 'DEFAULT', option
    # The driver for RabbitMQ registers these in its own group too; the namespace has them in DEFAULT alone.
    for option in base.base_opts:
        yield 'oslo_messaging_rabbit', option


def groups():
    """Group, then name, then facts."""
    found = {}
    for group, option in registered():
        found.setdefault(group, {}).setdefault(option.dest, facts_of(option, group))
    return found


def credentials():
    """The names that the ways to log in to Keystone read, in whatever section names one of them as its auth_type."""
    plugins = keystoneauth1.loading.get_available_plugin_names()
    options = [option for plugin in plugins for option in keystoneauth1.loading.get_plugin_options(plugin)]
    names = [name for option in options for name in [option.name, *(old.name for old in option.deprecated)]]
    return sorted({name.replace('-', '_') for name in names})


def default_first(items):
    """By name, but for `DEFAULT`."""
    return {name: items[name] for name in sorted(items, key=lambda name: (name != 'DEFAULT', name))}


def spread(value):
    """The items of an object or a list, each as its text would begin, and the brackets around them."""
    if isinstance(value, dict):
        return [(json.dumps(key) + ': ', item) for key, item in value.items()], '{}'
    return [('', item) for item in value], '[]'


def text_of(value, indent=0, used=0, depth=0):
    """JSON as Prettier has it: a value in one line where it fits, the upper levels a line for each of their items."""
    line = json.dumps(value, ensure_ascii=False)
    if isinstance(value, dict) and value:
        line = '{ ' + ', '.join(f'{json.dumps(key)}: {json.dumps(item)}' for key, item in value.items()) + ' }'
    scalar = not isinstance(value, (dict, list)) or not value
    if scalar or (depth > 2 and indent + used + len(line) < WIDTH):
        return line
    items, (opening, closing) = spread(value)
    inner = ' ' * (indent + 2)
    lines = [inner + key + text_of(item, indent + 2, len(key), depth + 1) for key, item in items]
    return opening + '\n' + ',\n'.join(lines) + '\n' + ' ' * indent + closing


def main():
    catalogue = {
        'nova': importlib.metadata.version('nova'),
        'groups': {name: default_first(options) for name, options in default_first(groups()).items()},
        'credentials': credentials(),
    }
    print(text_of(catalogue))


if __name__ == '__main__':
    main()
