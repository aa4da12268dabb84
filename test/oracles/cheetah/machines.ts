import fc from 'fast-check';
import type { PythonDictionary } from '../../../server/src/pythonValue';
import { dictionary, type Plain } from '../../unit/cheetah/plain';

const NIC = {
  name: 'tap0',
  id: '02163e000001',
  mac_address: '02:16:3e:00:00:01',
  bridge_name: 'br100',
  device_name: 'eth5',
  profile_name: 'enterprise_xyz_dept',
  script: '',
  ip_address: '10.0.0.2',
  extra_params: '<parameter name="PROJNET" value="10.0.0.0" />',
  gateway_v6: null,
  mtu: 1500,
};

const MACHINE = {
  type: 'kvm',
  name: 'instance-00000001',
  memory_kb: 2097152,
  vcpus: 1,
  basepath: '/var/lib/nova/instances/instance-00000001',
  root_device: null,
  vif_type: 'bridge',
  nics: [NIC],
};

/** What Nova's file is rendered with. */
export const MACHINES: Readonly<Record<string, Readonly<Record<string, Plain>>>> = {
  'one bridge': MACHINE,
  'virtio bridges': { ...MACHINE, use_virtio_for_bridges: true, nics: [NIC, { ...NIC, mtu: 1450, gateway_v6: 'fe80::1' }] },
  '802.1Qbh': { ...MACHINE, vif_type: '802.1Qbh', kernel: '/boot/vmlinuz', nics: [NIC, NIC, NIC] },
  'ethernet in a container': { ...MACHINE, type: 'lxc', vif_type: 'ethernet', nics: [{ ...NIC, script: '/bin/true' }] },
  'no network, for a rescue': { ...MACHINE, type: 'xen', rescue: true, nics: [] },
  'user mode, with names of all the world': { ...MACHINE, type: 'uml', name: 'máquina-😀' },
}; // prettier-ignore

/** A machine with odd values in some places. */
export const arbitraryMachine: fc.Arbitrary<PythonDictionary> = fc
  .tuple(
    fc.constantFrom(...Object.values(MACHINES)),
    fc.dictionary(fc.constantFrom('name', 'vcpus', 'vif_type', 'root_device', 'rescue'), fc.constantFrom<Plain>('<&>', 1.5, null, true, [1, 'a'], { a: null })),
  )
  .map(([machine, odd]) => dictionary({ ...machine, ...odd })); // prettier-ignore

const PIECES = [
  '#if $vif_type\n', '#end if\n', '#else\n', '#end for\n', '#slurp\n', '#end if# ', '#', '##', '$', '${', '}', "'", ' ', '\n', '  ', '\\', '=', '==',
  'not ', ' and $name', ' + 1', '$nic.mac_address', '${name}', '#echo $count#', '#set $nic = 1\n', '#break\n', '(', ')', '.', "['name']", '$type', 'nic',
]; // prettier-ignore

/** A text with one or two edits in it: something put in, cut out, or a line twice. */
export function arbitraryEdit(text: string): fc.Arbitrary<string> {
  const place = fc.nat({ max: text.length });
  const edit = fc.oneof(
    fc.tuple(place, fc.constantFrom(...PIECES)).map(([at, piece]) => (source: string) => source.slice(0, at) + piece + source.slice(at)),
    fc.tuple(place, fc.integer({ min: 1, max: 12 })).map(([at, length]) => (source: string) => source.slice(0, at) + source.slice(at + length)),
    fc.nat({ max: text.split('\n').length - 1 }).map((line) => (source: string) => source.split('\n').toSpliced(line, 1).join('\n')),
    fc.nat({ max: text.split('\n').length - 1 }).map((line) => (source: string) => source.split('\n').flatMap((each, index) => (index === line ? [each, each] : [each])).join('\n')),
  ); // prettier-ignore
  return fc
    .array(edit, { minLength: 1, maxLength: 2 })
    .map((edits) => edits.reduce((source, apply) => apply(source), text));
}
