import { repeated, text, type Scene, type Spoiler } from './scene';
import { driverFile, middleType, templateFile, templateScene } from './template';

const SECTION_LINES = 10;

/** Options that the section repeats: a section of Nova's each time would be one that is there already. */
function section(index: number): readonly string[] {
  return [
    `[neighbour_${index}]`,
    '# Where the service of this region answers.',
    `auth_url = http://controller:5000/v3/${index}`,
    'auth_type = password',
    `project_name = service_${index}`,
    'username = nova',
    'password = secret',
    'region_name = RegionOne',
    'timeout = 60',
    '',
  ];
}

const OWN = ['[DEFAULT]', 'my_ip = 10.0.0.1'];

/** A nova.conf of so many lines; what selects the template and the driver stands in its middle. */
function longConf(lines: number, vifType: string): { readonly conf: string; readonly driverLine: number } {
  const half = Math.floor(lines / SECTION_LINES / 2);
  const before = [...OWN, ...repeated(half, section)];
  const selecting = ['[DEFAULT]', `libvirt_vif_type = ${vifType}`, 'libvirt_vif_driver = bench_driver.BenchDriver', ''];
  const after = repeated(half, (index) => section(half + index));
  return { conf: text([...before, ...selecting, ...after]), driverLine: before.length + 2 };
}

/** Behind the driver's name. */
const nameSpoiler = (line: number): Omit<Spoiler, 'insert'> => ({
  file: 'nova.conf',
  line,
  character: 'libvirt_vif_driver = bench_driver.BenchDriver'.length,
});

/** A nova.conf of so many lines, in whose middle the name of the driver is spoilt; its own diagnostics are watched. */
export function confScene(lines: number): Scene {
  const { conf, driverLine } = longConf(lines, middleType(100));
  return {
    lines,
    files: { 'nova.conf': conf, 'bench.vif.xml': templateFile(100), 'bench_driver.py': driverFile() },
    open: { 'nova.conf': 'nova-conf' },
    spoiler: { ...nameSpoiler(driverLine), insert: 'y' },
    watched: 'nova.conf',
    probe: {
      completion: { line: driverLine, character: 'libvirt_vif_driver = bench_driver.'.length },
      hover: { line: driverLine, character: 4 },
    },
  };
}

/** A template of so many lines and a nova.conf of so many; an edit of nova.conf selects another driver, and the template's diagnostics change. */
export function selectionScene(templateLines: number, confLines: number): Scene {
  const template = templateScene(templateLines);
  const { conf, driverLine } = longConf(confLines, middleType(templateLines));
  const typeLine = driverLine - 1;
  return {
    ...template,
    lines: confLines,
    files: { ...template.files, 'nova.conf': conf },
    open: { 'bench.vif.xml': 'vif-template', 'nova.conf': 'nova-conf' },
    spoiler: { ...nameSpoiler(driverLine), insert: 'x' },
    probe: {
      completion: { line: typeLine, character: 'libvirt_vif_type = '.length },
      hover: { line: typeLine, character: 4 },
    },
  };
}
