import type { DriverLanguage } from '../driver/declaration';

/** What a file is to us. `cheetah` is a template file as nova kept it, in the Cheetah dialect. */
export type FileKind = 'nova-conf' | 'template' | 'cheetah' | 'request' | DriverLanguage;

const TEMPLATE_SUFFIX = '.vif.xml';
/** How nova's own templates end. Many other programs have such files: by its ending alone, none is taken for one of ours. */
export const CHEETAH_SUFFIX = '.template';
/** The request that counts by itself for the templates beside it and below. */
export const REQUEST_NAME = 'vif-request.json';
/** How the names of further requests end: they count once one is chosen. */
const REQUEST_SUFFIX = '.vif-request.json';

/** The endings of a driver's module file, in the order in which they are looked for. */
export const DRIVER_SUFFIXES: readonly (readonly [string, DriverLanguage])[] = [
  ['.py', 'python'],
  ['.mjs', 'javascript'],
  ['.js', 'javascript'],
  ['.cjs', 'javascript'],
];

function kindOfName(name: string): FileKind | undefined {
  if (name === 'libvirt.xml.template') return 'cheetah';
  if (name === REQUEST_NAME || name.endsWith(REQUEST_SUFFIX)) return 'request';
  if (name === 'nova.conf' || /^nova-.*\.conf$/.test(name)) return 'nova-conf';
  if (name.endsWith(TEMPLATE_SUFFIX)) return 'template';
  return DRIVER_SUFFIXES.find(([suffix]) => name.endsWith(suffix))?.[1];
}

function kindOfLanguage(name: string, languageId: string | undefined): FileKind | undefined {
  if (languageId === 'nova-conf') return 'nova-conf';
  if (languageId !== 'vif-template') return undefined;
  return name.endsWith(CHEETAH_SUFFIX) ? 'cheetah' : 'template';
}

/** Whether a file of this kind is a template file, of whichever dialect. */
export function isTemplate(kind: FileKind | undefined): boolean {
  return kind === 'template' || kind === 'cheetah';
}

/** What its name says of a file; `languageId` decides where the name says nothing. An editor may give all its files the language of the first. */
export function fileKind(name: string, languageId?: string): FileKind | undefined {
  return kindOfName(name) ?? kindOfLanguage(name, languageId);
}

/** The VIF type of a file with a lone `<interface>`. */
export function vifTypeOfFile(name: string): string {
  return name.endsWith(TEMPLATE_SUFFIX) ? name.slice(0, -TEMPLATE_SUFFIX.length) : name;
}
