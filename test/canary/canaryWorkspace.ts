import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A workspace of which every part would leave a mark on the disk if it were run, imported or taken at its word: drivers, templates,
 * programs of the names that are looked for, settings that name programs, and what Python and Node load by themselves.
 */
export interface CanaryWorkspace {
  readonly folder: string;
  /** The marks that were left, each by the name of what left it. */
  readonly marks: () => readonly string[];
  /** Every file below the folder with its text: nothing else is written there either. */
  readonly contents: () => ReadonlyMap<string, string>;
  /** The folders that programs lie in, for a careless PATH; the relative ones among them count from the folder. */
  readonly programFolders: readonly string[];
}

/** The programs that the product, or what it starts, looks for. */
const PROGRAMS = ['python3', 'python', 'node', 'sh', 'bash', 'xmllint', 'virsh', 'git', 'env', 'uname', 'code'];
const PROGRAM_FOLDERS = ['.', 'bin', 'node_modules/.bin', '.venv/bin', 'venv/bin', '.tox/py3/bin'];
/** What Python imports by itself, or would in place of its own modules. */
const PYTHON_FILES = ['sitecustomize', 'usercustomize', 'conftest', 'setup', 'json', 'os', 'traceback', 'importlib', 'encodings/__init__', 'nova/__init__']; // prettier-ignore

/** Writes the workspace to a folder, and has it leave its marks in another one. */
export function makeCanaryWorkspace(folder: string, marksFolder: string): CanaryWorkspace {
  const write = (file: string, text: string, mode = 0o644): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text, { mode });
  };
  mkdirSync(marksFolder, { recursive: true });
  const markFile = (name: string): string => path.join(marksFolder, name.replace(/[^\w.-]/g, '_'));
  const python = (name: string): string => `open(${JSON.stringify(markFile(name))}, 'w').close()`;
  const node = (name: string): string => `require('node:fs').writeFileSync(${JSON.stringify(markFile(name))}, '')`;
  const shell = (name: string): string => `: > '${markFile(name)}'`;

  for (const program of PROGRAM_FOLDERS.flatMap((each) => PROGRAMS.map((name) => path.posix.join(each, name))))
    write(program, `#!/bin/sh\n${shell(program)}\n`, 0o755);
  for (const file of PYTHON_FILES) write(`${file}.py`, `${python(file)}\n`);
  for (const each of ['in-python', 'in-javascript', 'in-cheetah', 'in-flags']) writeSelection(each);
  writeDrivers();
  writeSettings();
  return {
    folder,
    marks: () => readdirSync(marksFolder).sort(),
    contents: () => contentsOf(folder),
    programFolders: PROGRAM_FOLDERS,
  };

  /** A folder with a nova.conf, a template and a request. */
  function writeSelection(name: string): void {
    const driver = name === 'in-javascript' ? 'canary_js.Canary' : 'drivers.canary.Canary';
    const conf =
      name === 'in-flags'
        ? `--libvirt_vif_type=bridge\n--libvirt_vif_driver=${driver}\n`
        : `[DEFAULT]\nlibvirt_vif_type = bridge\nlibvirt_vif_driver = ${driver}\n` +
          (name === 'in-cheetah' ? 'libvirt_xml_template = libvirt.xml.template\n' : '');
    write(`${name}/nova.conf`, conf);
    write(`${name}/vif-request.json`, JSON.stringify({ instance: { id: 1 }, network: {}, template: { a: 'b' } }));
    if (name === 'in-cheetah') write('in-cheetah/libvirt.xml.template', cheetah());
    else
      write(
        `${name}/bridge.vif.xml`,
        '<interface type="bridge">\n  <source bridge="${bridge_name}"/>\n  <mac address=${mac_adress}/>\n</interface>\n',
      );
  }

  /** What a Cheetah template can run where it is run. */
  function cheetah(): string {
    const command = shell('template').replaceAll('"', '');
    return [
      '#import os',
      '#from drivers import canary',
      '#extends drivers.canary',
      `#set $ran = __import__("os").system("${command}")`,
      `#silent $os.system("${command}")`,
      '<?py os.system("true") ?>',
      '#include "/etc/hostname"',
      '#for $nic in $nics',
      '<interface type="bridge"><source bridge="${nic.bridge_name}"/></interface>',
      '#end for',
      '',
    ].join('\n');
  }

  function writeDrivers(): void {
    const driver = (name: string): string =>
      [
        python(`${name} imported`),
        'from .base import Base',
        `def decorated(cls):\n    ${python(`${name} decorated`)}\n    return cls`,
        '@decorated',
        'class Canary(Base):',
        `    ${python(`${name} class body`)}`,
        `    output_keys = [(${python(`${name} output_keys`)}, 'bridge_name')[1]]`,
        `    def __init__(self):\n        ${python(`${name} made`)}`,
        `    def getVIFConfiguration(self, instance, network):\n        ${python(`${name} called`)}`,
        "        return {'bridge_name': 'br0'}",
        '',
      ].join('\n');
    write('drivers/__init__.py', `${python('package imported')}\n`);
    write('drivers/base.py', `${python('base imported')}\nclass Base:\n    pass\n`);
    write('drivers/canary.py', driver('driver'));
    write('in-python/drivers/__init__.py', `${python('nearer package imported')}\n`);
    write('in-python/drivers/base.py', `${python('nearer base imported')}\nclass Base:\n    pass\n`);
    write('in-python/drivers/canary.py', driver('nearer driver'));
    const javascript = (name: string): string =>
      `class Canary {\n  static outputKeys = [${node(`${name} outputKeys`)}, 'bridge_name'];\n` +
      `  getVIFConfiguration() { ${node(`${name} called`)}; return { bridge_name: 'br0' }; }\n}\n`;
    write('in-javascript/canary_js.cjs', `${node('cjs imported')};\n${javascript('cjs')}module.exports = Canary;\n`);
    write('in-javascript/other.mjs', `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(markFile('mjs'))}, '');\nexport default class {}\n`); // prettier-ignore
    write('node_modules/evil/index.js', node('a module of node_modules'));
  }

  /** Every setting and file that others take the name of a program, or code, from. */
  function writeSettings(): void {
    write(
      '.vscode/settings.json',
      JSON.stringify({
        'openstackVif.pythonPath': path.join(folder, 'bin/python3'),
        'openstackVif.driverPaths': ['drivers', '.'],
        'openstackVif.templatePath': 'in-cheetah/libvirt.xml.template',
        'python.defaultInterpreterPath': path.join(folder, 'bin/python3'),
        'python.pythonPath': path.join(folder, 'bin/python3'),
      }),
    );
    write('.env', `PYTHONSTARTUP=${path.join(folder, 'sitecustomize.py')}\nPYTHONPATH=${folder}\nNODE_OPTIONS=--require ${path.join(folder, 'evil.js')}\n`); // prettier-ignore
    write('evil.js', node('NODE_OPTIONS'));
    write('evil.pth', `import sys; ${python('pth')}\n`);
    write('pyvenv.cfg', `home = ${path.join(folder, 'bin')}\n`);
    write('.python-version', path.join(folder, 'bin/python3'));
    write('package.json', JSON.stringify({ name: 'evil', type: 'commonjs', main: 'evil.js', bin: { python3: 'bin/python3' }, scripts: { prepare: 'bin/python3', install: 'bin/python3' } })); // prettier-ignore
  }
}

function contentsOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [path.relative(folder, file), readFileSync(file, 'utf8')]));
}
