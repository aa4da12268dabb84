import type { Scene } from './scene';
import { driverFile, FIRST_KEY_LINE, middleType, novaConf, templateFile, templateScene } from './template';

const KEY_SPOILER = {
  file: 'bench_driver.py',
  line: FIRST_KEY_LINE,
  character: "            'bridge".length,
  insert: 'x',
};

/** One template file that hangs on a driver; the name of one of the driver's keys is spoilt. */
export function driverScene(lines: number): Scene {
  const scene = templateScene(lines);
  return {
    ...scene,
    open: { 'bench.vif.xml': 'vif-template', 'bench_driver.py': 'python' },
    spoiler: KEY_SPOILER,
  };
}

/** So many template files of 100 lines that hang on one driver; the last of them is watched, with only it and the driver open. */
export function manyTemplatesScene(count: number): Scene {
  const names = Array.from({ length: count }, (_, index) => `template_${index}.vif.xml`);
  const last = names.at(-1) ?? '';
  const one = templateFile(100);
  return {
    ...templateScene(100),
    files: {
      ...Object.fromEntries(names.map((name) => [name, one])),
      'nova.conf': novaConf(middleType(100)),
      'bench_driver.py': driverFile(),
    },
    open: { [last]: 'vif-template', 'bench_driver.py': 'python' },
    spoiler: KEY_SPOILER,
    watched: last,
  };
}
