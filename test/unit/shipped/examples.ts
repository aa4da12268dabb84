import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { isAbsolute } from 'node:path';
import { asObject, objectAt, pathOf, type JsonObject } from './files';

/** One of the examples that are free of problems: a folder of `examples/`, whose name is the VIF type. */
export interface Example {
  readonly vifType: string;
  /** The driver that nova.conf selects. */
  readonly driver: string;
  /** Its output keys. */
  readonly keys: readonly string[];
}

export const examples: readonly Example[] = [
  {
    vifType: 'bridge',
    driver: 'bridge_driver.BridgeDriver',
    keys: ['bridge_name', 'filter_name', 'ip_address', 'dhcp_server'],
  },
  { vifType: 'ethernet', driver: 'ethernet_driver.EthernetDriver', keys: ['target_device', 'script'] },
  { vifType: '802.1Qbh', driver: 'qbh_driver.QbhDriver', keys: ['source_device', 'profile_name'] },
  {
    vifType: '802.1Qbg',
    driver: 'qbg_driver.QbgDriver',
    keys: ['source_device', 'manager_id', 'type_id', 'type_id_version', 'instance_id'],
  },
  {
    vifType: 'openvswitch',
    driver: 'openvswitch_driver.OpenVSwitchDriver',
    keys: ['bridge_name', 'interface_id', 'target_device'],
  },
];

/** What a driver declares, and what it returns; the error's text where it raises. */
export interface Answer {
  readonly outputKeys?: unknown;
  readonly values?: JsonObject;
  readonly error?: unknown;
}

const PYTHON = `
import importlib.util, json, sys
spec = importlib.util.spec_from_file_location('driver', sys.argv[1])
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
request = json.load(sys.stdin)
driver = getattr(module, sys.argv[2])()
try:
    values = driver.getVIFConfiguration(request['instance'], request['network'])
    answer = {'outputKeys': getattr(driver, 'output_keys', None), 'values': values}
except Exception as error:
    answer = {'error': str(error)}
json.dump(answer, sys.stdout)
`;

const JAVASCRIPT = `
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
const { default: Driver } = await import(pathToFileURL(process.argv[1]));
const request = JSON.parse(readFileSync(0, 'utf8'));
let answer;
try {
  const values = new Driver().getVIFConfiguration(request.instance, request.network);
  answer = { outputKeys: Driver.outputKeys, values };
} catch (error) {
  answer = { error: error.message };
}
process.stdout.write(JSON.stringify(answer));
`;

/** Runs a driver in a process of its own. `file` is a path in this repository, or an absolute one. */
export function runDriver(file: string, className: string, request: JsonObject): Answer {
  const path = isAbsolute(file) ? file : pathOf(file);
  const [program, args] = path.endsWith('.py')
    ? ['python3', ['-B', '-c', PYTHON, path, className]]
    : [process.execPath, ['--input-type=module', '-e', JAVASCRIPT, path]];
  const { stdout, stderr, status } = spawnSync(program, args, { input: JSON.stringify(request), encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  const { outputKeys, values, error } = asObject(JSON.parse(stdout), 'the answer');
  return { outputKeys, error, ...(values === undefined ? {} : { values: asObject(values, 'values') }) };
}

/** Runs the driver that an example's nova.conf selects. */
export function runExample({ vifType, driver }: Example, request: JsonObject): Answer {
  const [module, className] = driver.split('.');
  assert.ok(module !== undefined && className !== undefined);
  return runDriver(`examples/${vifType}/${module}.py`, className, request);
}

/** All that fills an example's template: the driver's values, and the compute key. */
export function valuesOf(example: Example, request: JsonObject): JsonObject {
  const { values, error } = runExample(example, request);
  assert.ok(values, String(error));
  return { mac_address: objectAt(request, 'network').mac_address, ...values };
}
