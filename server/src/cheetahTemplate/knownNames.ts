import {
  BUILTINS,
  DICTIONARY_ATTRIBUTES,
  EMPTY_TEMPLATE_ATTRIBUTES,
  FUNCTION_VARIABLES,
  MODULE_NAMES,
  TEMPLATE_ATTRIBUTES,
} from '../cheetah/evaluate/definedNames';

/**
 * The names that Nova's libvirt driver gave its template, from the releases Cactus to Essex: what `_prepare_xml_info` put into
 * the search list. Not every release had every name, and some are there only sometimes.
 */
export const novaNames: ReadonlySet<string> = new Set([
  ...['type', 'name', 'uuid', 'basepath', 'memory_kb', 'vcpus', 'rescue', 'vif_type', 'nics', 'use_virtio_for_bridges'],
  ...['disk', 'disk_prefix', 'driver_type', 'kernel', 'ramdisk', 'local', 'local_device', 'config_drive', 'cachemode'],
  ...['root_device', 'root_device_name', 'root_device_type', 'swap_device', 'ephemeral_device', 'ephemerals'],
  ...['ebs_root', 'volumes', 'vncserver_host', 'vncserver_listen', 'vnc_keymap'],
]);

/** Builtins of the Python that Nova had at that time, which are no longer there. */
const OLD_BUILTINS = ['basestring', 'cmp', 'long', 'reduce', 'unichr', 'xrange'];

/** The names that Cheetah finds whatever the search list holds. */
export const builtInNames: ReadonlySet<string> = new Set([
  ...[FUNCTION_VARIABLES, EMPTY_TEMPLATE_ATTRIBUTES, TEMPLATE_ATTRIBUTES, DICTIONARY_ATTRIBUTES].flatMap((names) => [
    ...names,
  ]),
  ...[...MODULE_NAMES, ...BUILTINS, ...OLD_BUILTINS, 'True', 'False', 'None'],
]);

/** The members of a dictionary: no keys of one, as far as a template can tell. */
export const dictionaryMembers: ReadonlySet<string> = new Set([
  ...DICTIONARY_ATTRIBUTES,
  ...['has_key', 'iteritems', 'iterkeys', 'itervalues'],
]);
