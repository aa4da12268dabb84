import type { OptionPlace } from './novaOption';

/** Names that another release, or another release of a library, has in the section, and that look like a slip of a pen here. */
const options: Readonly<Record<string, readonly string[]>> = {
  api_database: ['min_pool_size'],
  database: ['min_pool_size'],
  oslo_messaging_rabbit: ['kombu_reconnect_splay', 'rabbit_quorum_max_memory_bytes', 'rabbit_quorum_max_memory_length'],
};

/** Values, by `group/name`, that another release, or another release of a library, takes beside the choices of this one. */
const values: Readonly<Record<string, readonly string[]>> = {
  'DEFAULT/enabled_apis': ['ec2', 'osapi_v3', 'osapi_volume'],
  'DEFAULT/servicegroup_driver': ['zk'],
  'api/auth_strategy': ['noauth'],
  'cache/backend': ['dogpile.cache.redis_sentinel', 'dogpile.cache.valkey', 'dogpile.cache.valkey_sentinel'],
  'libvirt/cpu_mode': ['maximum'],
  'libvirt/virt_type': ['uml', 'xen'],
};

const sections: readonly string[] = ['oslo_messaging_zmq'];

/** Whether a name that this Nova does not know is that of an option of another release. `group` is in small letters. */
export function isOfOtherRelease(group: string, name: string): boolean {
  return options[group]?.includes(name) ?? false;
}

/** Whether a value, or an item of a list, that is no choice of this Nova's option is one of another release. */
export function isValueOfOtherRelease({ group, name }: OptionPlace, value: string): boolean {
  return values[`${group}/${name}`]?.includes(value) ?? false;
}

/** Whether a section that this Nova does not know is one of another release. */
export function isSectionOfOtherRelease(name: string): boolean {
  return sections.includes(name);
}
