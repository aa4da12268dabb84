import { repeated, text, type Scene } from './scene';

const TEMPLATE_LINES = 14;
const KEYS = ['mac_address', 'bridge_name', 'interface_id', 'target_device', 'queues'];

function template(index: number): readonly string[] {
  return [
    `  <template vif-type='type_${index}'>`,
    "    <interface type='bridge'>",
    "      <mac address='${mac_address}'/>",
    "      <source bridge='${bridge_name}'/>",
    "      <virtualport type='openvswitch'>",
    "        <parameters interfaceid='${interface_id}'/>",
    '      </virtualport>',
    "      <model type='virtio'/>",
    "      <driver name='vhost' queues='${queues}'/>",
    "      <mtu size='1500'/>",
    "      <target dev='${target_device}'/>",
    `      <alias name='ua-net${index}'/>`,
    '    </interface>',
    '  </template>',
  ];
}

/** A template file of so many lines, less than a template's more or fewer: one template for each VIF type. */
export function templateFile(lines: number): string {
  return text(['<vif-templates>', ...repeated(templatesIn(lines), template), '</vif-templates>']);
}

function templatesIn(lines: number): number {
  return Math.round((lines - 2) / TEMPLATE_LINES);
}

/** The line on which the template in the middle starts. */
export function middleLine(lines: number): number {
  return 1 + middle(lines) * TEMPLATE_LINES;
}

const middle = (lines: number): number => Math.floor(templatesIn(lines) / 2);

/** The VIF type of the template in the middle. */
export function middleType(lines: number): string {
  return `type_${middle(lines)}`;
}

function driverClass(name: string, keys: readonly string[]): readonly string[] {
  return [
    `class ${name}:`,
    '    def getVIFConfiguration(self, instance, network):',
    '        return {',
    ...keys.map((key) => `            '${key}': network['${key}'],`),
    '        }',
    '',
    '',
  ];
}

/** The line of `driverFile` that gives the first key. */
export const FIRST_KEY_LINE = 3;

/** Two drivers: the first gives all that the templates ask for, the second all but `queues`. */
export function driverFile(): string {
  const keys = KEYS.slice(1);
  return text([...driverClass('BenchDriver', keys), ...driverClass('BenchDriverx', keys.slice(0, -1))]);
}

export function novaConf(vifType: string): string {
  return text(['[DEFAULT]', `libvirt_vif_type = ${vifType}`, 'libvirt_vif_driver = bench_driver.BenchDriver']);
}

/** A template file with its nova.conf and its driver; an end tag in the middle is spoilt. */
export function templateScene(lines: number): Scene {
  const start = middleLine(lines);
  const end = start + TEMPLATE_LINES - 2;
  return {
    lines,
    files: {
      'bench.vif.xml': templateFile(lines),
      'nova.conf': novaConf(middleType(lines)),
      'bench_driver.py': driverFile(),
    },
    open: { 'bench.vif.xml': 'vif-template' },
    spoiler: { file: 'bench.vif.xml', line: end, character: '    </interface'.length, insert: 'x' },
    watched: 'bench.vif.xml',
    probe: {
      completion: { line: start + 3, character: "      <source bridge='${".length },
      hover: { line: start + 3, character: "      <source bridge='${br".length },
    },
  };
}

/** The same file; a placeholder's name in the middle is spoilt, so that no driver gives it. */
export function placeholderScene(lines: number): Scene {
  const scene = templateScene(lines);
  const line = middleLine(lines) + 3;
  return { ...scene, spoiler: { ...scene.spoiler, line, character: "      <source bridge='${bridge".length } };
}
