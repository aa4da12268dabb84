import { checkCheetah } from '../../../server/src/check/checkCheetah';
import { checkDriver } from '../../../server/src/check/checkDriver';
import { checkNovaConf } from '../../../server/src/check/checkNovaConf';
import { checkTemplate } from '../../../server/src/check/checkTemplate';
import { readCheetahTemplate } from '../../../server/src/check/readCheetah';
import { readTemplate } from '../../../server/src/check/templateView';
import type { DriverView, NovaConfView, TemplateView } from '../../../server/src/check/view';
import { readDriver } from '../../../server/src/driver/read';
import { parseNovaConf } from '../../../server/src/novaConf/parse';
import { select } from '../../../server/src/novaConf/select';
import type { Problem } from '../../../server/src/problems';
import { parseRequest } from '../../../server/src/request/parseRequest';
import { lookUpDriver } from '../workspace/lookUpDriver';
import { fileKind, vifTypeOfFile } from '../../../server/src/workspace/fileKind';
import { moduleResolver } from '../../../server/src/workspace/moduleResolver';

/** The texts of a folder's files, by their paths. */
export type Texts = Readonly<Record<string, string>>;

export const FOLDER = 'file:///cloud';
export const CONF = 'nova.conf';
export const TEMPLATE = '802.1Qbh.vif.xml';
export const DRIVER = 'drivers/qbh.py';

/** nova.conf, template and driver of 802.1Qbh, without any problem. */
export const SOUND: Texts = {
  [CONF]: `[DEFAULT]
libvirt_vif_type = 802.1Qbh
libvirt_vif_driver = drivers.qbh.QbhDriver
`,
  [TEMPLATE]: `<interface type='direct'>
  <mac address=\${mac_address}/>
  <source dev=\${source_device} mode='private'/>
  <virtualport type='802.1Qbh'><parameters profileid=\${profile_name}/></virtualport>
</interface>
`,
  [DRIVER]: `class QbhDriver(object):
    output_keys = ['source_device', 'profile_name']

    def getVIFConfiguration(self, instance, network):
        return {'source_device': 'eth5', 'profile_name': 'enterprise_xyz_dept'}
`,
};

const uriOf = (path: string): string => `${FOLDER}/${path}`;
const pathOf = (uri: string): string => uri.slice(FOLDER.length + 1);

/** What the checks are given for the files of one folder: each nova.conf selects from every template of the folder. */
export class Scenario {
  readonly #drivers = new Map<string, DriverView>();

  constructor(readonly texts: Texts) {}

  /** All problems of one file. `computeKeys` are what nova-compute fills. */
  problems(path: string, computeKeys: readonly string[] = ['mac_address']): readonly Problem[] {
    const text = this.texts[path] ?? '';
    switch (fileKind(path)) {
      case 'nova-conf':
        return checkNovaConf(this.#conf(path, text));
      case 'template':
        return checkTemplate(this.#template(path, text), this.confs(), new Set(computeKeys));
      case 'cheetah':
        return this.#cheetahProblems(readCheetahTemplate(text, uriOf(path)), computeKeys);
      case 'python':
      case 'javascript':
        return checkDriver(this.#driver(uriOf(path)), this.confs(), true);
      default:
        return [];
    }
  }

  /** The nova.confs, with what they select. */
  confs(): readonly NovaConfView[] {
    return this.#paths('nova-conf').map((path) => this.#conf(path, this.texts[path] ?? ''));
  }

  #cheetahProblems(view: TemplateView, computeKeys: readonly string[]): readonly Problem[] {
    const confs = this.confs();
    const problems = checkTemplate(view, confs, new Set(computeKeys));
    if (view.file.dialect === 'plain') return problems;
    const request = parseRequest(this.texts['vif-request.json'] ?? '{}');
    const names = request.kind === 'request' ? request.request.template.keys() : [];
    const given = { request: 'vif-request.json', names: new Set(names) };
    const surroundings = { uri: view.uri, isGoverned: confs.length > 0, confs };
    return [...problems, ...checkCheetah(view.file, given.names.size > 0 ? { ...surroundings, given } : surroundings)];
  }

  #paths(kind: string): readonly string[] {
    return Object.keys(this.texts).filter((path) => fileKind(path) === kind);
  }

  #conf(path: string, text: string): NovaConfView {
    const conf = parseNovaConf(text);
    const selection = select(conf);
    const named = selection.templateFile?.value;
    return {
      uri: uriOf(path),
      text,
      conf,
      selection,
      ...(selection.driver && { driver: this.#lookUp(selection.driver.value) }),
      templates: [
        ...this.#paths('template').map((template) => this.#template(template, this.texts[template] ?? '')),
        ...this.#paths('cheetah').map((template) => readCheetahTemplate(this.texts[template] ?? '', uriOf(template))),
      ],
      ...(named !== undefined && this.texts[named] === undefined && { missingTemplateFile: named }),
    };
  }

  #template(path: string, text: string): TemplateView {
    return readTemplate(text, { uri: uriOf(path), vifType: vifTypeOfFile(path) });
  }

  #lookUp(name: string): NovaConfView['driver'] & object {
    return lookUpDriver(name, [FOLDER], {
      exists: (uri) => pathOf(uri) in this.texts,
      names: (folder) => {
        const inside = Object.keys(this.texts).filter((path) => uriOf(path).startsWith(`${folder}/`));
        return inside.map((path) => uriOf(path).slice(folder.length + 1));
      },
      text: (uri) => this.texts[pathOf(uri)],
      readDriver: (uri) => this.#driver(uri),
    });
  }

  #driver(uri: string): DriverView {
    const known = this.#drivers.get(uri);
    if (known) return known;
    const text = this.texts[pathOf(uri)] ?? '';
    const language = fileKind(uri) === 'javascript' ? 'javascript' : 'python';
    const resolve = moduleResolver([FOLDER], { text: (other) => this.texts[pathOf(other)] });
    const view = { uri, language, text, module: readDriver({ uri, language, text }, resolve) } as const;
    this.#drivers.set(uri, view);
    return view;
  }
}
