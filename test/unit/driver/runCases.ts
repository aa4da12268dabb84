import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { DriverLanguage } from '../../../server/src/driver/declaration';

/** What each driver is run with, one after the other. */
export const NETWORK = { id: 'n1', mac_address: '02:16:3e:00:00:01' };
const INSTANCES = [
  { name: 'i1' },
  { name: 'i1', x: 1, nics: [{ id: 1 }] },
  { name: 'i1', y: 2, nics: [] },
  { name: 'i1', x: 1, y: 2, z: 3, nics: [{ id: 1 }, { id: 2 }] },
];

const RUNNERS: Readonly<Record<DriverLanguage, readonly [program: string, script: string]>> = {
  python: [
    'python3',
    `import importlib, json, sys
asked = json.load(sys.stdin)
sys.dont_write_bytecode = True
def returned(Driver, instance):
    try:
        driver, network = Driver(), dict(asked['network'])
        if hasattr(driver, 'getVIFConfiguration'): return list(driver.getVIFConfiguration(dict(instance), network))
        return list(driver.plug(dict(instance), network, {}))
    except Exception: return None
def run(folder):
    own = set(sys.modules)
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    try: Driver = importlib.import_module('driver').Driver
    except Exception: return []
    finally:
        sys.path.pop(0)
        for name in set(sys.modules) - own:
            if (getattr(sys.modules[name], '__file__', None) or folder).startswith(folder): del sys.modules[name]
    return [keys for keys in (returned(Driver, instance) for instance in asked['instances']) if keys is not None]
json.dump([run(folder) for folder in asked['folders']], sys.stdout)`,
  ],
  javascript: [
    process.execPath,
    `const asked = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const { existsSync } = require('fs');
async function returned(Driver, instance) {
  try {
    const driver = new Driver(), method = driver.getVIFConfiguration ? 'getVIFConfiguration' : 'plug';
    return Object.keys(await driver[method]({ ...instance }, { ...asked.network }, {}));
  } catch { return null; }
}
async function run(folder) {
  try {
    const { default: Driver } = await import(folder + (existsSync(folder + '/driver.cjs') ? '/driver.cjs' : '/driver.mjs'));
    const all = [];
    for (const instance of asked.instances) all.push(await returned(Driver, instance));
    return all.filter((keys) => keys);
  } catch { return []; }
}
Promise.all(asked.folders.map(run)).then((all) => console.log(JSON.stringify(all)));`,
  ],
};

/** Whether the program that runs drivers of a language is there. */
export function canRun(language: DriverLanguage): boolean {
  return spawnSync(RUNNERS[language][0], ['--version']).status === 0;
}

/**
 * Runs drivers, each of which is the files of one folder, with a few requests, all in one process; tells for each driver
 * the keys of what it returned, each time that this was a dictionary.
 */
export function runDrivers(
  language: DriverLanguage,
  drivers: readonly (readonly (readonly [path: string, text: string])[])[],
): readonly (readonly (readonly string[])[])[] {
  const root = mkdtempSync(join(tmpdir(), 'drivers-'));
  try {
    const folders = drivers.map((files, index) => {
      const folder = join(root, String(index));
      for (const [path, content] of files) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), content);
      }
      return folder;
    });
    const [program, script] = RUNNERS[language];
    const input = JSON.stringify({ folders, network: NETWORK, instances: INSTANCES });
    const option = language === 'python' ? '-c' : '-e';
    const { stdout } = spawnSync(program, [option, script], { input, encoding: 'utf8', maxBuffer: 1e8 });
    return JSON.parse(stdout.slice(stdout.lastIndexOf('\n[') + 1)) as (readonly string[])[][];
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
