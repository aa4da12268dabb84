import assert from 'node:assert/strict';
import { novaOptions } from '../../../server/src/novaConf/catalogue';
import { checkSettings } from '../../../server/src/novaConf/checkSettings';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import type { Problem } from '../../../server/src/problems';
import { mark, marked } from '../markedText';

const URI = 'file:///etc/nova/nova.conf';

function check(text: string): readonly Problem[] {
  return checkSettings(parseNovaConf(text), URI, text);
}

/** Expects one problem, at the one place that is marked, and gives it. */
function onlyProblem(source: string): Problem {
  const { text } = marked(source);
  const problems = check(text);
  assert.equal(
    mark(
      text,
      problems.map(({ span }) => span),
    ),
    source,
    JSON.stringify(problems),
  );
  const [problem, ...others] = problems;
  assert.ok(problem);
  assert.deepEqual(others, []);
  return problem;
}

/** What the file says after the preferred fix; undefined where there is none. */
function fixed(source: string, { fixes = [] }: Problem): string | undefined {
  const change = fixes.find(({ preferred }) => preferred)?.changes[0];
  if (!change) return undefined;
  assert.equal(change.uri, URI);
  const { text } = marked(source);
  return text.slice(0, change.span.start) + change.newText + text.slice(change.span.end);
}

type Row = readonly [source: string, code: string, severity: string, message: RegExp, fixed: string | undefined];

function itFinds(rows: readonly Row[]): void {
  for (const [source, code, severity, message, expected] of rows) {
    it(`is found in ${JSON.stringify(source)}`, () => {
      const problem = onlyProblem(source);
      assert.deepEqual([problem.code, problem.severity], [`nova-conf.${code}`, severity]);
      assert.match(problem.message, message);
      assert.equal(fixed(source, problem), expected);
    });
  }
}

function itIsSilentAbout(rows: readonly (readonly [title: string, text: string])[]): void {
  for (const [title, text] of rows) {
    it(`is not found in ${title}`, () => {
      assert.deepEqual(check(text), []);
    });
  }
}

describe('an option that Nova does not have', () => {
  itFinds([
    [
      '[libvirt]\n<|virt_typ|> = kvm',
      'option-unknown',
      'warning',
      /Did you mean virt_type\?$/,
      '[libvirt]\nvirt_type = kvm',
    ],
    ['[libvirt]\n<|virt-type|> = kvm', 'option-unknown', 'warning', /virt_type/, '[libvirt]\nvirt_type = kvm'],
    ['[LIBVIRT]\n<|Virt_Type|> = kvm', 'option-unknown', 'warning', /virt_type/, '[LIBVIRT]\nvirt_type = kvm'],
    ['[cinder]\n<|collect-timing|> = 1', 'option-unknown', 'warning', /collect_timing/, '[cinder]\ncollect_timing = 1'],
    ['[DEFAULT]\n<|debgu|> = 1', 'option-unknown', 'hint', /another release/, undefined],
    ['[DEFAULT]\n<|transport_ulr|> = x', 'option-unknown', 'warning', /transport_url/, '[DEFAULT]\ntransport_url = x'],
    [
      '[keystone_authtoken]\n<|usernam|> = x',
      'option-unknown',
      'warning',
      /username/,
      '[keystone_authtoken]\nusername = x',
    ],
    [
      '[libvirt]\n<|cpu_power_management|> = 1',
      'option-unknown',
      'information',
      /in \[libvirt\]; another release may/,
      undefined,
    ],
    ['[DEFAULT]\n<|libvirt_typ|> = x', 'option-unknown', 'hint', /another release may/, undefined],
    ['[DEFAULT]\n<|acme_driver_speed|> = 1', 'option-unknown', 'hint', /another release may/, undefined],
  ]);
  itIsSilentAbout([
    ['a section of somebody else', '[acme]\nvirt_typ = kvm'],
    [
      'a section that Nova makes up',
      '[mdev_nvidia-35]\ndevice_addresses = 0000:84:00.0\n[neutron_physnet_blue]\nnuma_nodes = 0',
    ],
    ['what any way to log in reads', '[neutron]\nauth_type = v3oidcpassword\nidentity_provider = x\nprotocol = y'],
    [
      'the options of the libraries',
      '[oslo_messaging_rabbit]\nrabbit_ha_queues = true\n[oslo_policy]\npolicy_file = x',
    ],
    ['a name that a tool makes', '[DEFAULT]\nquota_{{ kind }} = 1\n{{ name }} = 1\n%(x)s_y = 1'],
    ['a flag file', '--virt_typ=kvm\n--debug=maybe\n--transport_ulr=x'],
    ['a file of the VIF story', '[DEFAULT]\nlibvirt_vif_type = x\ntransport_ulr = x\n[libvirt]\nvirt_typ = kvm'],
  ]);
});

describe('an option that Nova has in another release', () => {
  const others: Readonly<Record<string, string>> = {
    api_database: 'min_pool_size idle_timeout',
    database: 'min_pool_size idle_timeout synchronous_reader',
    keystone_authtoken: `admin_password admin_tenant_name admin_token admin_user auth_host auth_port auth_protocol
      check_revocations_for_cached hash_algorithms identity_uri memcache_servers revocation_cache_time signing_dir`,
    oslo_messaging_rabbit: `conn_pool_ttl fake_rabbit kombu_reconnect_splay pool_max_size processname rabbit_host
      rabbit_hosts rabbit_max_retries rabbit_quorum_delivery_limit rabbit_quorum_max_memory_bytes
      rabbit_quorum_max_memory_length rabbit_stream_fanout rabbit_transient_quorum_queue rpc_conn_pool_size ssl_version
      use_queue_manager`,
    placement: 'os_interface os_region_name randomize_allocation_candidates',
    DEFAULT: `amqp_durable_queues auth_strategy default_floating_pool disk_weight_multiplier isolated_hosts lock_path
      max_io_ops_per_host memcached_servers notify_on_state_change ram_weight_multiplier use_tpool vnc_keymap
      allow_migrate_to_same_host compute_topic console_topic compute_manager default_flavor default_green_pool_size
      default_publisher_id image_handlers instance_dns_manager max_age reservation_expire scheduler_max_attempts
      scheduler_manager scheduler_topic until_refresh quota_instances run_external_periodic_tasks bandwidth_poll_interval`,
    api: 'response_validation fping_path hide_server_address_states use_quantum_default_nets',
    compute: 'resource_provider_association_refresh sharing_providers_max_uuids_per_request',
    filter_scheduler: `hypervisor_version_weight_multiplier image_props_weight_multiplier image_props_weight_setting
      num_instances_weight_multiplier pci_in_placement use_baremetal_filters baremetal_enabled_filters`,
    glance: 'allowed_direct_url_schemes api_insecure protocol use_glance_v1',
    ironic: 'shard conductor_group admin_username admin_url api_endpoint',
    libvirt: `checksum_base_images checksum_interval_seconds cpu_power_governor_high cpu_power_governor_low
      cpu_power_management cpu_power_management_strategy glusterfs_mount_point_base image_info_filename_pattern
      iscsi_use_multipath live_migration_flag live_migration_parallel_connections live_migration_progress_timeout
      migration_inbound_addr qemu_allowed_storage_drivers remove_unused_kernels scality_sofs_config
      supported_tpm_secret_security tb_cache_size use_default_aio_mode_for_volumes use_usb_tablet volume_drivers
      volume_enforce_multipath xen_hvmloader_path`,
    neutron: 'admin_auth_url admin_password admin_tenant_name admin_username allow_duplicate_networks url url_timeout',
    notifications: 'include_share_mapping notify_on_api_faults',
    quota:
      'fixed_ips floating_ips max_age reservation_expire security_groups unified_limits_resource_list until_refresh',
    scheduler: 'driver host_manager periodic_task_interval placement_request_concurrency',
    spice: `image_compression jpeg_compression keymap playback_compression require_secure spice_direct_proxy_base_url
      streaming_mode zlib_compression`,
    vnc: 'keymap xvpvncproxy_base_url xvpvncproxy_host xvpvncproxy_port',
    workarounds: `allow_legacy_eventlet_hub destroy_after_evacuate disable_native_luksv1 disable_fallback_pcpu_query
      qemu_monitor_announce_self_count qemu_monitor_announce_self_interval rbd_volume_local_attach`,
  };
  for (const [group, names] of Object.entries(others)) {
    it(`is mentioned at most in [${group}]`, () => {
      const settings = names.split(/\s+/).map((name) => `${name} =\n`);
      const problems = check(`[placement]\n[${group}]\n${settings.join('')}`);
      const alarms = problems.filter(
        ({ code, severity }) => severity === 'warning' && code !== 'nova-conf.value-invalid',
      );
      assert.deepEqual(
        alarms.map(({ message }) => message),
        [],
      );
    });
  }
});

describe('an option in a section that is not its own', () => {
  itFinds([
    [
      '[DEFAULT]\n<|virt_type|> = kvm',
      'option-misplaced',
      'warning',
      /under \[libvirt\], not under \[DEFAULT\]/,
      undefined,
    ],
    ['[libvirt]\n<|state_path|> = x', 'option-misplaced', 'warning', /under \[DEFAULT\]/, undefined],
  ]);
  itIsSilentAbout([['a section that Nova does not know', '[acme]\nvirt_type = kvm']]);
  const moves: readonly (readonly [title: string, before: string, after: string])[] = [
    [
      'to the end of its section',
      '[DEFAULT]\nvirt_type = kvm\ndebug = 1\n\n[libvirt]\n# mode\ncpu_mode = none\n\n[vnc]\n',
      '[DEFAULT]\ndebug = 1\n\n[libvirt]\n# mode\ncpu_mode = none\nvirt_type = kvm\n\n[vnc]\n',
    ],
    [
      'behind a header that nothing follows',
      '[Libvirt]\n[DEFAULT]\nvirt_type = kvm',
      '[Libvirt]\nvirt_type = kvm\n[DEFAULT]\n',
    ],
    [
      'to a new section',
      '[DEFAULT]\n# which\nvirt_type = kvm\ndebug = 1',
      '[DEFAULT]\n# which\ndebug = 1\n\n[libvirt]\nvirt_type = kvm\n',
    ],
    [
      'with the further lines of its value, and the line ends of the file',
      '[DEFAULT]\r\nenabled_perf_events = "a,\r\n  b",\r\n# end\r\n[libvirt]\r\ncpu_models = a,\r\n  b\r\n',
      '[DEFAULT]\r\n# end\r\n[libvirt]\r\ncpu_models = a,\r\n  b\r\nenabled_perf_events = "a,\r\n  b",\r\n',
    ],
    [
      'to the last of several sections of the name',
      '[libvirt]\ncpu_mode = none\n[vnc]\n[libvirt]\n[DEFAULT]\nvirt_type = kvm\n',
      '[libvirt]\ncpu_mode = none\n[vnc]\n[libvirt]\nvirt_type = kvm\n[DEFAULT]\n',
    ],
    [
      'with what stands in front of its name',
      '[DEFAULT]\n\u00a0virt_type = kvm\n[libvirt]\n',
      '[DEFAULT]\n[libvirt]\n\u00a0virt_type = kvm\n',
    ],
    ['to [DEFAULT]', '[libvirt]\nstate_path = x\n', '[libvirt]\n\n[DEFAULT]\nstate_path = x\n'],
  ];
  for (const [title, before, after] of moves) {
    it(`can be moved ${title}`, () => {
      const fixes = check(before)[0]?.fixes ?? [];
      assert.deepEqual(
        fixes.map(({ title, preferred }) => [title, preferred]),
        [[before.includes('state_path') ? 'Move to [DEFAULT]' : 'Move to [libvirt]', undefined]],
      );
      const changes = fixes.flatMap(({ changes }) => changes).sort((a, b) => b.span.start - a.span.start);
      const moved = changes.reduce((text, { span, newText }) => {
        return text.slice(0, span.start) + newText + text.slice(span.end);
      }, before);
      assert.equal(moved, after);
      assert.deepEqual(check(moved), []);
    });
  }
  const unmoved: readonly (readonly [title: string, text: string])[] = [
    ['that is set in its section as well', '[DEFAULT]\nvirt_type = kvm\n[libvirt]\nvirt_type = lxc\n'],
    ['whose value refers to another', '[DEFAULT]\nimages_rbd_pool = $my_ip\n'],
    ['in a file with faults', '[DEFAULT]\nvirt_type = kvm\nfault\n'],
  ];
  for (const [title, text] of unmoved) {
    it(`is not moved where it is one ${title}`, () => {
      const problem = check(text).find(({ code }) => code === 'nova-conf.option-misplaced');
      assert.deepEqual(problem?.fixes, []);
    });
  }
  it('is no more than unknown where neither section is [DEFAULT]', () => {
    const [problem] = check('[libvirt]\ndevice_spec = x');
    assert.deepEqual([problem?.code, problem?.severity], ['nova-conf.option-unknown', 'information']);
  });
  it('is no more than unknown where its name is short, or that of several sections', () => {
    for (const name of ['enabled', 'driver', 'auth_url', 'max_age']) {
      const [problem] = check(`[DEFAULT]\n${name} = x`);
      assert.deepEqual([problem?.code, problem?.severity], ['nova-conf.option-unknown', 'hint'], name);
    }
  });
});

describe('a section that Nova does not have', () => {
  itFinds([
    ['<|[libvrt]|>\n', 'section-unknown', 'information', /Did you mean \[libvirt\]\?/, '[libvirt]\n'],
    ['<|[default]|>\n', 'section-unknown', 'information', /Did you mean \[DEFAULT\]\?/, '[DEFAULT]\n'],
    ['<|[oslo-messaging-rabbit]|>\n', 'section-unknown', 'information', /rabbit/, '[oslo_messaging_rabbit]\n'],
  ]);
  itIsSilentAbout([
    [
      'any other section',
      '[acme]\n[profiler]\n[oslo_messaging_zmq]\n[os_brick]\n[xenserver]\n[cells]\n[vgpu_nvidia-35]\n[powervm]\n[keymgr]\n',
    ],
    ['a known one in other letters', '[Libvirt]\n[NEUTRON]\n'],
    ['an early file', '[DEFAULT]\nlibvirt_vif_type = x\n[libvrt]\n'],
  ]);
});

describe('an option that has a newer name, or no future', () => {
  itFinds([
    [
      '[libvirt]\n<|cpu_model|> = x',
      'option-deprecated',
      'hint',
      /write \[libvirt\] cpu_models/,
      '[libvirt]\ncpu_models = x',
    ],
    ['[DEFAULT]\n<|osapi_max_limit|> = 1', 'option-deprecated', 'hint', /write \[api\] max_limit/, undefined],
    ['[DEFAULT]\n<|config_drive_format|> = vfat', 'option-deprecated', 'hint', /later release will not/, undefined],
  ]);
  itIsSilentAbout([['an early file', '[DEFAULT]\nlibvirt_vif_type = x\nosapi_max_limit = 1']]);
});

describe('an option that Nova dropped', () => {
  itFinds([
    [
      '[placement]\n[DEFAULT]\n<|libvirt_inject_key|> = 1',
      'option-removed',
      'information',
      /Write \[libvirt\] inject_key instead\.$/,
      undefined,
    ],
    ['[placement]\n[DEFAULT]\n<|network_manager|> = x', 'option-removed', 'information', /any more\.$/, undefined],
    ['[placement]\n[DEFAULT]\n<|libvirt_type|> = kvm', 'option-removed', 'information', /virt_type/, undefined],
  ]);
  itIsSilentAbout([
    ['a file of the VIF story', '[DEFAULT]\nlibvirt_vif_type = x\nlibvirt_type = kvm\nnetwork_manager = x'],
    ['a file with a misspelt option of the VIF story', '[libvirt]\nvif_driver = x\n[DEFAULT]\nlibvirt_type = kvm'],
    ['a file that has no [placement]', '[DEFAULT]\nlibvirt_type = kvm\nverbose = true'],
    ['a flag file', '--libvirt_type=kvm'],
  ]);
  it('makes the file one of an earlier Nova, against which the catalogue says nothing, but for [placement]', () => {
    const rest = 'transport_ulr = x\nforce_config_drive = always\nvirt_type = x\n[libvirt]\nvirt_typ = x\n[libvrt]\n';
    assert.deepEqual(check(`[DEFAULT]\nlibvirt_type = kvm\n${rest}`), []);
    assert.equal(check(`[placement]\n[DEFAULT]\nlibvirt_type = kvm\n${rest}`).length, 6);
  });
});

/** What tools, and people, write where the real value is to be put. */
const filledInLater = [
  '{{ nova_workers | default(2) }}',
  '{% if x %}2{% endif %}',
  '<%= @workers %>',
  '#{workers}',
  '{workers}',
  '${WORKERS:-2}',
  '$(nproc)',
  '%WORKERS%',
  '%(workers)s',
  '@WORKERS@',
  '__WORKERS__',
  '<None>',
  '<current_hostname>',
  'http://<controller>:6080/x',
];

/** A file that gives options of many types the value. */
function tooled(value: string): string {
  const names = ['debug', 'report_interval', 'cpu_allocation_ratio', 'host', 'enabled_apis', 'reserved_huge_pages'];
  const vnc = ['server_listen', 'novncproxy_port', 'novncproxy_base_url'];
  const libvirt = ['virt_type', 'rx_queue_size'];
  const lines = (group: string, options: readonly string[]): string => {
    return `[${group}]\n${options.map((name) => `${name} = ${value}\n`).join('')}`;
  };
  return lines('DEFAULT', names) + lines('vnc', vnc) + lines('libvirt', libvirt);
}

describe('a value that Nova refuses', () => {
  itFinds([
    [
      '[DEFAULT]\ndebug = <|ture|>',
      'value-invalid',
      'error',
      /'ture' is neither true nor false/,
      '[DEFAULT]\ndebug = true',
    ],
    ['[DEFAULT]\ndebug = "<|maybe|>"', 'value-invalid', 'error', /neither true nor false/, undefined],
    ['[DEFAULT]\n<|debug|> =', 'value-invalid', 'error', /An empty value is neither/, undefined],
    ['[libvirt]\nvirt_type = <|qmeu|>', 'value-invalid', 'warning', /none of kvm, lxc/, '[libvirt]\nvirt_type = qemu'],
    ['[libvirt]\nrx_queue_size = <|300|>', 'value-invalid', 'warning', /300 is none of 256, 512, 1024/, undefined],
    [
      '[DEFAULT]\nvif_plugging_timeout = <|-1|>',
      'value-invalid',
      'warning',
      /-1 is too small: the least is 0/,
      undefined,
    ],
    ['[DEFAULT]\nvif_plugging_timeout = <|5 min|>', 'value-invalid', 'error', /'5 min' is no whole number/, undefined],
    ['[vnc]\nnovncproxy_port = <|65536|>', 'value-invalid', 'error', /the most is 65535/, undefined],
    ['[DEFAULT]\ncpu_allocation_ratio = <|x|>', 'value-invalid', 'error', /'x' is no number/, undefined],
    ['[DEFAULT]\nenabled_apis = <|osapi_compute,x|>', 'value-invalid', 'warning', /'x' is none of/, undefined],
    [
      '[DEFAULT]\nhost = <|a b|>',
      'value-invalid',
      'warning',
      /neither an IP address nor the name of a host/,
      undefined,
    ],
    ['[vnc]\nnovncproxy_base_url = <|host:6080|>', 'value-invalid', 'warning', /scheme:\/\/host/, undefined],
    ['[mks]\nmksproxy_base_url = <|ftp://host/|>', 'value-invalid', 'warning', /http or https/, undefined],
    ['[serial_console]\nport_range = <|1-2|>', 'value-invalid', 'warning', /not of the form/, undefined],
    ['[ironic]\npartition_key = <|' + 'x'.repeat(256) + '|>', 'value-invalid', 'warning', /longer than 255/, undefined],
    ['[DEFAULT]\nreserved_huge_pages = <|node|>', 'value-invalid', 'warning', /key:value/, undefined],
    [
      '[DEFAULT]\nreserved_huge_pages = a:1\nreserved_huge_pages = <|a:1,a:2|>',
      'value-invalid',
      'warning',
      /twice/,
      undefined,
    ],
    ['[DEFAULT]\nreserved_huge_pages = <|:1|>', 'value-invalid', 'warning', /lacks a key/, undefined],
    ['[DEFAULT]\ndebug = <|a\n  b|>', 'value-invalid', 'error', /neither/, undefined],
    [
      '[DEFAULT]\nlog_file = kmv\n[libvirt]\nvirt_type = <|$log_file|>',
      'value-invalid',
      'warning',
      /'kmv' is none/,
      undefined,
    ],
    ['[DEFAULT]\nlibvirt_vif_type = x\nlibvirt_inject_key = <|x|>', 'value-invalid', 'warning', /neither/, undefined],
  ]);
  itIsSilentAbout([
    ['a value that another one overrides', '[DEFAULT]\ndebug = maybe\ndebug = true'],
    ['a value that refers to a default', '[libvirt]\nvirt_type = $state_path\nrx_queue_size = ${my_ip}'],
    ['a value that refers to what is no text', '[DEFAULT]\ndebug = yes\n[libvirt]\ninject_key = $debug'],
    ['a value that leads back to itself', '[libvirt]\nvirt_type = $virt_type'],
    ...filledInLater.map((value) => [`a value that waits for a tool, ${value}`, tooled(value)] as const),
    ['an empty number', '[DEFAULT]\nvif_plugging_timeout ='],
    ['an option of the current Nova in an early file', '[DEFAULT]\nlibvirt_vif_type = x\nforce_config_drive = always'],
    ['a flag file', '--debug=maybe\n--libvirt_inject_key=x'],
  ]);
  it('is an error only where no release takes the value', () => {
    const rows = [
      ['[libvirt]\nvirt_type = xen', 'information', 'Nova 26 refuses'],
      ['[cache]\nbackend = dogpile.cache.redis_sentinel', 'information', 'Nova 26 refuses'],
      ['[DEFAULT]\nenabled_apis = ec2,osapi_compute,metadata', 'information', 'Nova 26 refuses'],
      ['[DEFAULT]\nenabled_apis = ec2,osapi_compute,meta', 'warning', 'Nova 26 refuses'],
      ['[libvirt]\nimages_type = nvme', 'warning', 'Nova 26 refuses'],
      ['[vnc]\nserver_listen = MANAGEMENT_IP', 'warning', 'Nova 26 refuses'],
      ['[vnc]\nnovncproxy_port = 65536', 'error', 'Nova refuses'],
      ['[vnc]\nnovncproxy_port = x', 'error', 'Nova refuses'],
      ['[vnc]\nenabled = maybe', 'error', 'Nova refuses'],
    ] as const;
    for (const [text, severity, message] of rows) {
      const [problem] = check(text);
      assert.equal(problem?.severity, severity, text);
      assert.ok(problem.message.startsWith(message), problem.message);
    }
  });
  it('has fixes that are guesses', () => {
    const fixes = check('[DEFAULT]\ndebug = ture')[0]?.fixes ?? [];
    assert.deepEqual(
      fixes.map(({ guess }) => guess),
      [true],
    );
  });
  it('is not found among the defaults', () => {
    const settings = novaOptions()
      .filter(({ removed, deprecatedForRemoval }) => !removed && !deprecatedForRemoval)
      .map(({ group, name, default: value = '' }) => [group, name, value] as const)
      .filter(([, , value]) => value !== '' && !value.includes('\n'));
    const text = settings.map(([group, name, value]) => `[${group}]\n${name} = ${value}\n`).join('');
    assert.deepEqual(check(text), []);
  });
});

describe('a large nova.conf', () => {
  const files: Readonly<Record<string, string>> = {
    'unknown options': Array.from({ length: 100_000 }, (_, index) => `unknown_option_${index} = 1\n`).join(''),
    'misspelt options': 'transport_ulr = x\n'.repeat(100_000),
    'misplaced options': 'virt_type = kvm\n'.repeat(100_000),
    'misspelt sections': '[libvrt]\n'.repeat(100_000),
    'references to a long value': `state_path = ${'x'.repeat(60_000)}\n${'reserved_huge_pages = $state_path\n'.repeat(100_000)}`,
  };
  for (const [title, lines] of Object.entries(files)) {
    it(`takes its time, but no more, with 100,000 lines of ${title}`, () => {
      assert.ok(check(`[DEFAULT]\n${lines}`).length > 0);
    }).timeout(30_000);
  }
});
