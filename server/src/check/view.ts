import type { DriverDeclaration, DriverLanguage, DriverModule } from '../driver/declaration';
import type { NovaConf } from '../novaConf/novaConf';
import type { Selection } from '../novaConf/selection';
import type { CheetahTemplateFile } from '../cheetahTemplate/cheetahTemplateFile';
import type { Problem } from '../problems';
import type { DeviceFindings } from './libvirt/deviceFindings';
import type { PlainTemplateFile } from '../template/plainTemplateFile';
import type { Template } from '../template/templateFile';

/** A driver's module, read. */
export interface DriverView {
  readonly uri: string;
  readonly language: DriverLanguage;
  readonly text: string;
  readonly module: DriverModule;
  /** Set where it is a part of this product: others use it too, and nothing may change it. */
  readonly shipped?: true;
}

/** Where a driver name leads. */
export type DriverLookup =
  /** `view` is the module that the class stands in. `through` are the URIs of those that pass it on, the one that the name names first; none where that is `view`. */
  | {
      readonly kind: 'found';
      readonly view: DriverView;
      readonly declaration: DriverDeclaration;
      readonly through: readonly string[];
    }
  /** It is no dotted import path, and no driver that ships has it for a name; `nearest` are those that nearly do. */
  | { readonly kind: 'not-dotted'; readonly nearest: readonly string[] }
  /** `searched` are folders as the user knows them; `nearest` are driver names that there are, closest first. */
  | {
      readonly kind: 'no-module';
      readonly searched: readonly string[];
      readonly nearest: readonly string[];
      /** A file of that name that does not count: a symbolic link that leads out of the folders. */
      readonly link?: string;
    }
  /** `view` is the module that the name names; `through` are the URIs of all that were asked for the class. */
  | {
      readonly kind: 'no-class';
      readonly view: DriverView;
      readonly nearest: readonly string[];
      readonly through: readonly string[];
    };

/** A template file, parsed. */
export interface TemplateView {
  readonly uri: string;
  readonly text: string;
  readonly file: PlainTemplateFile | CheetahTemplateFile;
  /** What libvirt rejects of the devices, as `libvirt.…`. */
  readonly deviceProblems: readonly Problem[];
  /** The same by the pieces of the file, for the next text of it; of plain files alone. */
  readonly deviceFindings?: DeviceFindings;
}

/** A nova.conf, parsed, with what it leads to. */
export interface NovaConfView {
  readonly uri: string;
  readonly text: string;
  readonly conf: NovaConf;
  readonly selection: Selection;
  /** Missing where no driver is set. */
  readonly driver?: DriverLookup;
  /** The template files that it selects from. */
  readonly templates: readonly TemplateView[];
  /** The path that `libvirt_xml_template` leads to, where no file is. */
  readonly missingTemplateFile?: string;
}

/** What a message has to say of a link that leads out of the search path, behind the folders that were searched. */
export function aboutLink({ link }: Extract<DriverLookup, { kind: 'no-module' }>): string {
  return link === undefined ? '' : ` ${link} leads out of them by a symbolic link: add the folder that it leads to.`;
}

/** The template that counts for a VIF type in a file: the first that is for it, else the default one. */
export function findTemplate({ file }: TemplateView, vifType: string): Template | undefined {
  if (file.dialect === 'plain') return file.templateFor(vifType);
  const { templates } = file;
  return templates.find((template) => template.vifType === vifType) ?? templates.find(({ isDefault }) => isDefault);
}

/** The keys that the templates of a file ask for, be it in a comment. */
export function askedKeys({ file }: TemplateView): ReadonlySet<string> {
  if (file.dialect === 'plain') return file.index.keys;
  return new Set(file.templates.flatMap(({ placeholders }) => placeholders.map(({ key }) => key)));
}

/** The last part of a URI, readable: what messages call a file. One that is no proper URI is taken as it is. */
export function baseName(uri: string): string {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
